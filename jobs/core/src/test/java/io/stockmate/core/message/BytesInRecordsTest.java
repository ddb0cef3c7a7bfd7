package io.stockmate.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BytesInRecordsTest {
    @Test
    void logEntriesAreEqualByTheContentOfTheirBytes() {
        LogEntry entry = Specimens.logEntry();

        assertThat(Specimens.logEntry()).isEqualTo(entry).hasSameHashCodeAs(entry);
        assertThat(new LogEntry(815, Specimens.cause(), "SKU-001", "SKU-001", new byte[1]))
                .isNotEqualTo(entry);
        assertThat(new LogEntry(816, Specimens.cause(), "SKU-001", "SKU-001", entry.data()))
                .isNotEqualTo(entry);
    }

    @Test
    void deadLettersAreEqualByTheContentOfTheirBytes() {
        DeadLetter letter = Specimens.deadLetter();

        assertThat(Specimens.deadLetter()).isEqualTo(letter).hasSameHashCodeAs(letter);
        assertThat(new DeadLetter(
                        letter.cause(),
                        letter.partitionKey(),
                        letter.reason(),
                        letter.detail(),
                        letter.length(),
                        letter.sha256(),
                        new byte[1]))
                .isNotEqualTo(letter);
    }
}
