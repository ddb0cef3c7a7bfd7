package io.stockmate.local.exactness;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What runs a log.
 *
 * @param books whether with books in Postgres
 * @param patience how long it may do nothing
 */
record Program(String classPath, boolean books, Duration patience) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** This program. */
    static Program itself(boolean books) {
        return new Program(System.getProperty("java.class.path"), books, PATIENCE);
    }

    /** With the classes of a directory in the place of its own. */
    Program with(Path classes) {
        return new Program(classes + File.pathSeparator + classPath, books, patience);
    }

    Program withPatience(Duration newPatience) {
        return new Program(classPath, books, newPatience);
    }
}
