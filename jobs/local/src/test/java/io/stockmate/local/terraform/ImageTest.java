package io.stockmate.local.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.jdbc.PrepareDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.junit.jupiter.api.Test;

/** That the image holds what the stack starts. */
final class ImageTest {
    private static final Path IMAGE = TerraformTest.DIRECTORY.resolve("image");
    private static final Map<String, String> TEXTS = Stack.texts(TerraformTest.DIRECTORY);

    @Test
    void imageHasTheJarsThatJobsAndClockStart() throws IOException {
        String dockerfile = Files.readString(IMAGE.resolve("Dockerfile"));
        assertThat(TEXTS.get("flink.tf")).contains("\"local:///opt/stockmate/stockmate-jobs.jar\"");
        assertThat(dockerfile).contains("/stockmate-jobs.jar /opt/stockmate/stockmate-jobs.jar");
        Stack stack = Stack.of(TerraformTest.DIRECTORY, TEXTS);
        String clock = Functions.text(new Evaluation(stack, Map.of()).local("clock_jars"));
        assertThat(clock.split(":")).hasSize(2).allMatch(jar -> dockerfile.contains(" " + jar + "\n"));
    }

    @Test
    void imageHasTheFlinkThatJobsAreTestedWith() throws IOException {
        String version = EnvironmentInformation.getVersion();
        assertThat(Files.readString(IMAGE.resolve("Dockerfile")))
                .contains("FROM flink:" + version + "-")
                .contains("flink-s3-fs-hadoop-" + version + ".jar")
                .contains("-java17\n");
    }

    @Test
    void buildTakesTheJarsAndNothingElse() throws IOException {
        String dockerfile = Files.readString(IMAGE.resolve("Dockerfile"));
        assertThat(Files.readAllLines(TerraformTest.DIRECTORY.resolve("../.dockerignore")))
                .startsWith("*")
                .filteredOn(line -> !line.equals("*"))
                .hasSize(2)
                .allMatch(line -> dockerfile.contains("COPY " + line.substring(1) + " "));
    }

    @Test
    void databaseIsPreparedByAClassThatThereIs() throws IOException {
        assertThat(Files.readString(IMAGE.resolve("prepare-database.yaml")))
                .contains("- " + PrepareDatabase.class.getName() + "\n")
                .contains("name: " + PrepareDatabase.PASSWORD + "\n")
                .contains("namespace: stockmate\n");
    }
}
