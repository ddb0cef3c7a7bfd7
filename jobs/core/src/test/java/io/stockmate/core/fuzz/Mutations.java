package io.stockmate.core.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Inputs made of others: bits turned, stretches cut, repeated, overwritten, and words of a dictionary put in. */
final class Mutations {
    private static final int STEPS_MAX = 4;
    private static final int STRETCH_MAX = 64;

    private final Random random;
    private final List<byte[]> inputs;
    private final List<byte[]> words;

    Mutations(long seed, List<byte[]> inputs, List<byte[]> words) {
        this.random = new Random(seed);
        this.inputs = inputs;
        this.words = words;
    }

    byte[] next() {
        byte[] input = any(inputs).clone();
        for (int steps = 1 + random.nextInt(STEPS_MAX); steps > 0; steps--) {
            input = changed(input);
        }
        return input;
    }

    private byte[] changed(byte[] input) {
        int begin = random.nextInt(input.length + 1);
        int end = Math.min(input.length, begin + random.nextInt(STRETCH_MAX));
        byte[] noise = new byte[1 + random.nextInt(8)];
        random.nextBytes(noise);
        return switch (random.nextInt(7)) {
            case 0 -> spliced(input, begin, end, new byte[0]);
            case 1 -> spliced(input, begin, begin, any(words));
            case 2 -> spliced(input, begin, end, any(words));
            case 3 -> spliced(input, begin, Math.min(input.length, begin + noise.length), noise);
            case 4 -> spliced(input, end, end, Arrays.copyOfRange(input, begin, end));
            case 5 -> spliced(input, begin, input.length, any(inputs));
            default -> turned(input);
        };
    }

    private byte[] turned(byte[] input) {
        if (input.length > 0) {
            input[random.nextInt(input.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return input;
    }

    private static byte[] spliced(byte[] input, int begin, int end, byte[] between) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(input.length + between.length);
        out.write(input, 0, begin);
        out.writeBytes(between);
        out.write(input, end, input.length - end);
        byte[] whole = out.toByteArray();
        return whole.length <= TimedDecoding.INPUT_BYTES_MAX ? whole : input;
    }

    private byte[] any(List<byte[]> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** A word of the dictionary as libFuzzer reads it: between quotes, {@code \xAB} for a byte. */
    static byte[] word(String line) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] quoted = line.substring(1, line.length() - 1).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < quoted.length; i++) {
            if (quoted[i] != '\\') {
                bytes.write(quoted[i]);
            } else if (quoted[i + 1] == 'x') {
                bytes.write(Integer.parseInt(new String(quoted, i + 2, 2, StandardCharsets.US_ASCII), 16));
                i += 3;
            } else {
                bytes.write(quoted[++i]);
            }
        }
        return bytes.toByteArray();
    }
}
