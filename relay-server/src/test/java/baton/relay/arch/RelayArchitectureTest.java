package baton.relay.arch;

import baton.arch.CommonRules;
import baton.arch.GuardedRule;
import baton.arch.ModuleClasses;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RelayArchitectureTest {
    private static final JavaClasses SHIPPED = ModuleClasses.shipped();
    private static final JavaClasses FIXTURES = ModuleClasses.fixtures("baton.relay.arch.fixture");

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
        return RelayRules.under("baton").stream();
    }

    static Stream<GuardedRule> canaries() {
        return RelayRules.under("baton.relay.arch.fixture").stream();
    }

    static Stream<GuardedRule> commonRules() {
        return Stream.concat(
                CommonRules.under("baton.relay").stream(),
                CommonRules.wiringOnly("baton.relay.app..").stream());
    }
}
