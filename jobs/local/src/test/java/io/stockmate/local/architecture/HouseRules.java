package io.stockmate.local.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What CONTRIBUTING promises of the code, for the packages under a root. */
record HouseRules(String root) {
    /** Each module and the modules that it may know. */
    private static final Map<String, Set<String>> KNOWS = new TreeMap<>(Map.of(
            "core", Set.of(),
            "emulators", Set.of(),
            "connectors", Set.of("core"),
            "lake", Set.of("core"),
            "pipelines", Set.of("core", "connectors", "lake"),
            "producers", Set.of("core", "connectors"),
            "benchmarks", Set.of("core", "connectors", "lake", "pipelines", "producers"),
            "local", Set.of("core", "emulators", "connectors", "lake", "pipelines", "producers", "benchmarks")));

    private static final Set<String> OUTSIDE_RESULTS =
            Set.of("pipelines.runtime.liveness", "pipelines.runtime.metrics");

    /** A module depends on those it may know and on no other of ours. */
    ArchRule modulesPointInward() {
        List<ArchRule> rules = new ArrayList<>();
        KNOWS.forEach((module, known) -> rules.add(noClasses()
                .that()
                .resideInAPackage(under(module))
                .should()
                .dependOnClassesThat(resideInAnyPackage(KNOWS.keySet().stream()
                        .filter(other -> !other.equals(module) && !known.contains(other))
                        .map(this::under)
                        .toArray(String[]::new)))
                .allowEmptyShould(true)));
        return CompositeArchRule.of(rules);
    }

    ArchRule coreIsPureJava() {
        return classes()
                .that()
                .resideInAPackage(under("core"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", under("core"));
    }

    ArchRule noClockDecidesAResult() {
        return noClasses().that(decideResults()).should().accessTargetWhere(readsAClock());
    }

    ArchRule noChanceDecidesAResult() {
        return noClasses().that(decideResults()).should().accessTargetWhere(drawsAtRandom());
    }

    private DescribedPredicate<JavaClass> decideResults() {
        DescribedPredicate<JavaClass> reporters =
                resideInAnyPackage(OUTSIDE_RESULTS.stream().map(this::under).toArray(String[]::new));
        return resideInAnyPackage(under("core"), under("pipelines"))
                .and(DescribedPredicate.not(reporters))
                .as("decide results");
    }

    private static DescribedPredicate<JavaAccess<?>> readsAClock() {
        return DescribedPredicate.describe("read a clock", access -> {
            String owner = access.getTargetOwner().getFullName();
            return switch (access.getTarget().getName()) {
                case "currentTimeMillis", "nanoTime" -> owner.equals("java.lang.System");
                case "now",
                        "systemDefault",
                        "systemUTC",
                        "systemDefaultZone",
                        "system",
                        "tick",
                        "tickMillis",
                        "instant" -> owner.startsWith("java.time.");
                case "getInstance" -> owner.equals("java.util.Calendar");
                case "getDefault" -> owner.equals("java.util.TimeZone");
                case "<init>" ->
                    owner.equals("java.util.Date")
                            && access instanceof JavaConstructorCall call
                            && call.getTarget().getRawParameterTypes().isEmpty();
                default -> false;
            };
        });
    }

    private static DescribedPredicate<JavaAccess<?>> drawsAtRandom() {
        Set<String> generators = Set.of(
                "java.util.Random",
                "java.util.SplittableRandom",
                "java.util.concurrent.ThreadLocalRandom",
                "java.security.SecureRandom",
                "java.util.random.RandomGenerator",
                "java.util.random.RandomGeneratorFactory");
        return DescribedPredicate.describe("draw at random", access -> {
            String owner = access.getTargetOwner().getFullName();
            String name = access.getTarget().getName();
            return generators.contains(owner)
                    || name.equals("randomUUID")
                    || name.equals("identityHashCode")
                    || (name.equals("random") && owner.matches("java\\.lang\\.(Strict)?Math"))
                    || (name.equals("shuffle") && owner.equals("java.util.Collections"));
        });
    }

    private String under(String module) {
        return root + "." + module + "..";
    }
}
