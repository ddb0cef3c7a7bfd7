package io.stockmate.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The password of a database's owner: random, in a file that nobody else on the machine may read.
 *
 * @param text 32 hexadecimal digits
 */
record OwnerPassword(String text) {
    private static final String FILE = "owner-password";
    private static final int BYTES = 16;

    /** That of a directory, which gets one where it has none. */
    static OwnerPassword in(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Path unfinished = directory.resolve(FILE + ".new");
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, HexFormat.of().formatHex(random));
            Files.move(unfinished, file);
        }
        return new OwnerPassword(Files.readString(file).strip());
    }
}
