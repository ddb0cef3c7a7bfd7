package io.stockmate.local;

import com.fasterxml.jackson.core.JsonFactory;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.core.market.Market;
import io.stockmate.core.message.JsonText;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.shadow.ShadowMarket;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** This version as another one, for {@code shadow}. */
final class OtherVersion {
    private OtherVersion() {}

    /** The options that name its jars. */
    static List<String> equal() {
        return Stream.of(ShadowMarket.class, CommandCodec.class, LakeRow.class, Market.class, JsonFactory.class)
                .flatMap(type -> Stream.of("--jar", source(type).toString()))
                .toList();
    }

    /** The same for one that writes its hashes in capitals. */
    static List<String> shouting(Path jar) throws IOException {
        String name = JsonText.class.getName().replace('.', '/') + ".class";
        try (InputStream original = JsonText.class.getResourceAsStream("/" + name);
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            String changed = new String(original.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .replace("0123456789abcdef", "0123456789ABCDEF");
            zip.putNextEntry(new ZipEntry(name));
            zip.write(changed.getBytes(StandardCharsets.ISO_8859_1));
        }
        List<String> options = new ArrayList<>(List.of("--jar", jar.toString()));
        options.addAll(equal());
        return options;
    }

    private static Path source(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException odd) {
            throw new IllegalStateException(odd);
        }
    }
}
