package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.message.Specimens;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hadoop is there to compile against. A job runs without it. */
class WithoutHadoopTest {
    @TempDir
    Path root;

    @Test
    void lakeIsWrittenWithoutHadoop() throws Exception {
        try (URLClassLoader classes = new URLClassLoader(urlsWithoutHadoop(), ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> classes.loadClass("org.apache.hadoop.conf.Configuration"))
                    .isInstanceOf(ClassNotFoundException.class);
            classes.loadClass(OneFile.class.getName())
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[] {root.toString()});
        }
        try (LakeQueries lake = LakeQueries.open(root)) {
            assertThat(lake.ask("SELECT commandSeq FROM command").rows()).hasSize(1);
        }
    }

    private static URL[] urlsWithoutHadoop() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("hadoop-common"))
                .map(WithoutHadoopTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException failure) {
            throw new IllegalArgumentException(entry, failure);
        }
    }

    /** Writes a row to the lake at the given root. */
    public static final class OneFile {
        private OneFile() {}

        public static void main(String[] args) {
            new TestLake(Path.of(args[0])).put(new LakeRow.OfCommand(Specimens.logEntry(), Specimens.TIME));
        }
    }
}
