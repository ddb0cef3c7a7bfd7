package io.stockmate.core.state;

import java.io.IOException;

/**
 * A piece of state is not what this program writes: it is damaged, or of a version that this program does not know. To
 * go on with it would give other results; another snapshot has to be restored.
 */
public final class UnreadableState extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public UnreadableState(String problem) {
        super(problem);
    }

    private UnreadableState(String piece, Exception broken) {
        super("piece " + piece + " cannot be read: " + broken, broken);
    }

    /** Makes something of bytes. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws IOException;
    }

    /**
     * What {@code reading} makes of a piece. Damaged bytes can hurt it in any way: an index, a sum, a number that is too
     * large. Whatever it is, this tells of it.
     *
     * @throws UnreadableState where the reading fails
     */
    public static <T> T orThrow(String piece, Reading<T> reading) {
        try {
            return reading.read();
        } catch (UnreadableState known) {
            throw known;
        } catch (IOException | RuntimeException broken) {
            throw new UnreadableState(piece, broken);
        }
    }
}
