package io.stockmate.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HouseRulesTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(HouseRulesTest::isNoJarOfTests)
            .importPackages("io.stockmate");
    private static final HouseRules RULES = new HouseRules("io.stockmate");

    private static final String BROKEN = "io.stockmate.local.architecture.broken";
    private static final JavaClasses BROKEN_HOUSE = new ClassFileImporter().importPackages(BROKEN);
    private static final HouseRules BROKEN_RULES = new HouseRules(BROKEN);

    @Test
    void everyModuleIsLookedAt() {
        assertThat(List.of("core", "emulators", "connectors", "lake", "pipelines", "producers", "benchmarks", "local"))
                .allMatch(module -> PRODUCT.containPackage("io.stockmate." + module));
    }

    @Test
    void modulesKnowOnlyThoseTheyMay() {
        RULES.modulesPointInward().check(PRODUCT);
    }

    @Test
    void coreKnowsTheJdkOnly() {
        RULES.coreIsPureJava().check(PRODUCT);
    }

    @Test
    void noClockInCoreAndPipelines() {
        RULES.noClockDecidesAResult().check(PRODUCT);
    }

    @Test
    void noRandomnessInCoreAndPipelines() {
        RULES.noChanceDecidesAResult().check(PRODUCT);
    }

    @Test
    void noFloatingPointInBookMarketAndLedger() {
        assertThat(FloatingPoint.inPackages(
                        "io.stockmate.core.book", "io.stockmate.core.market", "io.stockmate.core.ledger"))
                .isEmpty();
    }

    @Test
    void aBrokenHouseIsNoticed() {
        assertBroken(BROKEN_RULES.modulesPointInward(), "broken.connectors", "broken.lake", "broken.emulators");
        assertBroken(BROKEN_RULES.coreIsPureJava(), "com.tngtech.archunit");
        assertBroken(BROKEN_RULES.noClockDecidesAResult(), "currentTimeMillis", "Instant.now", "Date.<init>");
        assertBroken(BROKEN_RULES.noChanceDecidesAResult(), "java.util.Random", "randomUUID", "Math.random");
        assertThat(FloatingPoint.inPackages(BROKEN + ".core.book"))
                .anyMatch(line -> line.contains("ddiv"))
                .anyMatch(line -> line.contains("float"));
    }

    /** Other modules' tests may be on the class path, as classes or as a jar. */
    static boolean isNoJarOfTests(Location location) {
        return !location.contains("-tests.jar");
    }

    private static void assertBroken(ArchRule rule, String... places) {
        assertThatThrownBy(() -> rule.check(BROKEN_HOUSE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(places);
    }
}
