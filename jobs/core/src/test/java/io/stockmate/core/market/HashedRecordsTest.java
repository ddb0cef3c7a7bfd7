package io.stockmate.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HashedRecordsTest {
    @Test
    void keysThatShareAHashAreToldApart() {
        HashedRecords records = new HashedRecords(2);
        RecordLog log = new RecordLog(records);
        log.add(1, 7, 10, 100);
        log.add(2, 7, 20, 200);

        assertThat(records.find(1, 7)).isEqualTo(log.record(0));
        assertThat(records.find(2, 7)).isEqualTo(log.record(1));
        assertThat(records.find(3, 7)).isEqualTo(HashedRecords.NONE);
        assertThat(records.at(log.record(1), 2)).isEqualTo(20);
        assertThat(records.at(log.record(1), 3)).isEqualTo(200);
    }

    @Test
    void newestRecordOfAKeyIsFound() {
        HashedRecords records = new HashedRecords(1);
        RecordLog log = new RecordLog(records);
        log.add(5, 1, 0, 0);
        log.add(5, 2, 0, 0);

        assertThat(records.at(records.find(5, 0), 1)).isEqualTo(2);
        assertThat(records.size()).isEqualTo(1);
        assertThat(records.remove(log.record(0)))
                .as("the key leads to the newer one")
                .isFalse();
        assertThat(records.remove(log.record(1))).isTrue();
        assertThat(records.find(5, 0)).isEqualTo(HashedRecords.NONE);
        assertThat(records.size()).isZero();
    }

    @Test
    void logsThatComeAndGoLeaveWhatAMapWouldHold() {
        Random random = new Random(5);
        for (int keys = 1; keys <= 2; keys++) {
            HashedRecords records = new HashedRecords(keys);
            Map<Long, Long> map = new HashMap<>();
            List<RecordLog> logs = new ArrayList<>();
            for (int hour = 0; hour < 60; hour++) {
                RecordLog log = new RecordLog(records);
                logs.add(log);
                int adds = random.nextInt(hour % 20 < 10 ? 2_000 : 100);
                for (int i = 0; i < adds; i++) {
                    long key = random.nextInt(5_000);
                    long value = random.nextLong();
                    log.add(key, hash(key), value, -value);
                    map.put(key, value);
                }
                if (logs.size() > 3) {
                    drop(logs.remove(0), records, map);
                }
                assertThat(found(records)).isEqualTo(map);
                assertThat(records.size()).isEqualTo(map.size());
            }
        }
    }

    private static long hash(long key) {
        return key % 50 << 25 | key % 3;
    }

    private static void drop(RecordLog log, HashedRecords records, Map<Long, Long> map) {
        for (int place = 0; place < log.size(); place++) {
            int record = log.record(place);
            long key = records.at(record, 0);
            long value = records.at(record, 2);
            assertThat(records.remove(record)).isEqualTo(map.remove(key, value));
        }
        log.free();
    }

    private static Map<Long, Long> found(HashedRecords records) {
        Map<Long, Long> found = new HashMap<>();
        for (long key = 0; key < 5_000; key++) {
            int record = records.find(key, hash(key));
            if (record != HashedRecords.NONE) {
                found.put(key, records.at(record, 2));
            }
        }
        return found;
    }
}
