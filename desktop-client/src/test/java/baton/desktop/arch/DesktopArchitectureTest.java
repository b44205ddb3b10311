package baton.desktop.arch;

import baton.arch.CommonRules;
import baton.arch.GuardedRule;
import baton.arch.ModuleClasses;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DesktopArchitectureTest {
    private static final JavaClasses SHIPPED = ModuleClasses.shipped();
    private static final JavaClasses FIXTURES =
            ModuleClasses.fixtures("baton.desktop.arch.fixture");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(GuardedRule rule) {
        rule.holdsIn(SHIPPED);
    }

    /** The rules of every module have their canaries in shared-model. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("commonRules")
    void holdsHereToo(GuardedRule rule) {
        rule.holdsIn(SHIPPED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("canaries")
    void rejectsItsCanary(GuardedRule rule) {
        rule.rejectsItsCanaryIn(FIXTURES);
    }

    static Stream<GuardedRule> rules() {
        return DesktopRules.under("baton").stream();
    }

    static Stream<GuardedRule> canaries() {
        return DesktopRules.under("baton.desktop.arch.fixture").stream();
    }

    static Stream<GuardedRule> commonRules() {
        return Stream.concat(
                CommonRules.under("baton.desktop").stream(),
                CommonRules.wiringOnly("baton.desktop.app..", "baton.desktop.demo..").stream());
    }
}
