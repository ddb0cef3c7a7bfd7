package io.stockmate.pipelines.shadow;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Another version of the market: its classes come from its jars and the JDK, and none of them from this program. */
public final class Candidate implements AutoCloseable {
    private static final String ENTRY = ShadowMarket.class.getName();

    private final URLClassLoader classes;
    private final Method open;
    private final List<Path> jars;

    private Candidate(URLClassLoader classes, Method open, List<Path> jars) {
        this.classes = classes;
        this.open = open;
        this.jars = jars;
    }

    /**
     * @param jars of one version with all that it needs, or several; a class is taken from the first that has it
     * @throws NoCandidate where one is not there, or the version cannot be run by others
     */
    public static Candidate of(List<Path> jars) throws IOException {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = url(jars.get(i));
        }
        URLClassLoader classes = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
        try {
            return new Candidate(classes, classes.loadClass(ENTRY).getMethod("open", Map.class, String.class), jars);
        } catch (ReflectiveOperationException | LinkageError absent) {
            classes.close();
            throw none(jars, absent);
        }
    }

    private static NoCandidate none(List<Path> jars, Throwable absent) {
        return new NoCandidate(
                "no version that can be run beside this one is in "
                        + jars.stream().map(Path::toString).collect(Collectors.joining(", ")) + " (" + absent
                        + "): it takes " + ENTRY + ", which the first versions do not have, and its libraries, as in"
                        + " the jar that 'mvn -Pimage -DskipTests -pl jobs/pipelines -am package' makes,"
                        + " jobs/pipelines/target/stockmate-jobs.jar",
                absent);
    }

    private static URL url(Path jar) throws MalformedURLException {
        if (!Files.isReadable(jar)) {
            throw new NoCandidate("there is no jar " + jar + " that can be read", null);
        }
        return jar.toUri().toURL();
    }

    /**
     * A market of that version. What it throws later is thrown as it is.
     *
     * @throws NoCandidate where the jars lack what the version needs
     */
    @SuppressWarnings("unchecked")
    Function<Map<String, Object>, List<Map.Entry<Long, String>>> market(Map<String, String> rules, String symbol) {
        try {
            return (Function<Map<String, Object>, List<Map.Entry<Long, String>>>) open.invoke(null, rules, symbol);
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof LinkageError lacking) {
                throw none(jars, lacking);
            }
            throw new IllegalStateException("it opens no market: " + failure.getCause(), failure);
        } catch (IllegalAccessException hidden) {
            throw none(jars, hidden);
        }
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }
}
