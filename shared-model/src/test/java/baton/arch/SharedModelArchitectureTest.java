package baton.arch;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SharedModelArchitectureTest {
    private static final JavaClasses SHIPPED = ModuleClasses.shipped();
    private static final JavaClasses FIXTURES = ModuleClasses.fixtures("baton.arch.fixture");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(GuardedRule rule) {
        rule.holdsIn(SHIPPED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("canaries")
    void rejectsItsCanary(GuardedRule rule) {
        rule.rejectsItsCanaryIn(FIXTURES);
    }

    static Stream<GuardedRule> rules() {
        return under("baton");
    }

    static Stream<GuardedRule> canaries() {
        return under("baton.arch.fixture");
    }

    private static Stream<GuardedRule> under(String root) {
        return Stream.of(CommonRules.under(root), CommonRules.wiringOnly(), ModelRules.under(root))
                .flatMap(rules -> rules.stream());
    }
}
