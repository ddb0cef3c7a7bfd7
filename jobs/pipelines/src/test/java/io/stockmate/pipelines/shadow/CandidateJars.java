package io.stockmate.pipelines.shadow;

import com.fasterxml.jackson.core.JsonFactory;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.core.market.Market;
import io.stockmate.lake.LakeRow;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Versions of the market to run beside this one: this one itself, whole, in part, or with a change in one class. */
final class CandidateJars {
    private CandidateJars() {}

    /** This version, and nothing of Flink. */
    static List<Path> equal() {
        return List.of(
                of(ShadowMarket.class),
                of(CommandCodec.class),
                of(LakeRow.class),
                of(Market.class),
                of(JsonFactory.class));
    }

    /** This version without what reads JSON. */
    static List<Path> withoutJson() {
        return equal().subList(0, equal().size() - 1);
    }

    /** This version, in one class of which a text was changed into another of the same length. */
    static List<Path> changed(Class<?> inside, String text, String into, Path jar) throws IOException {
        String name = inside.getName().replace('.', '/') + ".class";
        byte[] bytes;
        try (InputStream original = inside.getResourceAsStream("/" + name)) {
            bytes = original.readAllBytes();
        }
        String changed = new String(bytes, StandardCharsets.ISO_8859_1).replace(text, into);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(changed.getBytes(StandardCharsets.ISO_8859_1));
        }
        List<Path> jars = new ArrayList<>(List.of(jar));
        jars.addAll(equal());
        return jars;
    }

    /** The jar, or the directory, that a class comes from. */
    private static Path of(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException odd) {
            throw new IllegalStateException(odd);
        }
    }
}
