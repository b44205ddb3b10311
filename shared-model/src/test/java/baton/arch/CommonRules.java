package baton.arch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import baton.model.Allowed;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** What holds in every module. */
public final class CommonRules {
    private static final String VAGUE = "(.*(Manager|Utils?|Helper|Impl)|Base[A-Z].*)";

    private CommonRules() {}

    /**
     * @param root package that all others are counted from: {@code baton}, or that of fixtures
     */
    public static List<GuardedRule> under(String root) {
        return List.of(names(), console(), logging(), statics(), nullMarked(), cycles(root));
    }

    /**
     * @param wiring packages that may make threads, clocks and ids for the others
     */
    public static List<GuardedRule> wiringOnly(String... wiring) {
        return List.of(
                new GuardedRule(
                        "only wiring makes threads",
                        "StartsThread",
                        noClasses()
                                .that(areNotAllowed())
                                .and()
                                .resideOutsideOfPackages(wiring)
                                .should()
                                .accessTargetWhere(Calls.makingThreads())
                                .because("a thread nobody stops is found by reading one class")),
                new GuardedRule(
                        "only wiring reads the clock and draws ids",
                        "ReadsClock",
                        noClasses()
                                .that(areNotAllowed())
                                .and()
                                .resideOutsideOfPackages(wiring)
                                .should()
                                .accessTargetWhere(Calls.readingTheClock().or(Calls.drawingLots()))
                                .because("a test hands in its own time and its own ids")));
    }

    /** Classes without an {@link Allowed}, on them or on the class around them. */
    static DescribedPredicate<JavaClass> areNotAllowed() {
        return DescribedPredicate.describe(
                "are not @Allowed",
                type ->
                        !type.isAnnotatedWith(Allowed.class)
                                && type.getEnclosingClass()
                                        .map(outer -> !outer.isAnnotatedWith(Allowed.class))
                                        .orElse(true));
    }

    /** Nobody outside {@code inside} sees these packages. */
    public static GuardedRule onlyIn(
            String name, String canary, List<String> inside, String why, String... seen) {
        return new GuardedRule(
                name,
                canary,
                noClasses()
                        .that()
                        .resideOutsideOfPackages(inside.toArray(String[]::new))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(seen))
                        .because(why));
    }

    /** Classes of one package never see these others. */
    public static GuardedRule never(
            String name, String canary, String who, String why, String... seen) {
        return new GuardedRule(
                name,
                canary,
                noClasses()
                        .that()
                        .resideInAPackage(who)
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(seen))
                        .because(why));
    }

    private static GuardedRule names() {
        return new GuardedRule(
                "no vague names",
                "ConnectionManager",
                classes()
                        .that(areNotAllowed())
                        .should()
                        .haveNameNotMatching("(.*[.$])?" + VAGUE)
                        .because("a class named after what it does stays small"));
    }

    private static GuardedRule console() {
        return new GuardedRule(
                "no printing",
                "Prints",
                noClasses()
                        .that(areNotAllowed())
                        .should()
                        .accessTargetWhere(Calls.of("java.lang.System", "out", "err"))
                        .orShould()
                        .accessTargetWhere(Calls.of("java.lang.Throwable", "printStackTrace"))
                        .because("what is printed by the way is neither in a log nor in a test"));
    }

    private static GuardedRule logging() {
        return new GuardedRule(
                "one way to log",
                "LogsElsewhere",
                noClasses()
                        .that(areNotAllowed())
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("java.util.logging.."))
                        .because("SLF4J is the one way to log"));
    }

    private static GuardedRule statics() {
        return new GuardedRule(
                "no mutable statics",
                "CountsStatically",
                fields().that()
                        .areStatic()
                        .and()
                        .areDeclaredInClassesThat(areNotAllowed())
                        // The compiler's own, such as the one behind assert or a switch.
                        .and()
                        .haveNameNotContaining("$")
                        .should()
                        .haveModifier(FINAL)
                        .because("two desktops run in one process in tests"));
    }

    private static GuardedRule nullMarked() {
        return new GuardedRule(
                "packages are @NullMarked",
                "InUnmarkedPackage",
                classes()
                        .should(beInNullMarkedPackage())
                        .because("the null check passes over packages that do not ask for it"));
    }

    private static GuardedRule cycles(String root) {
        return new GuardedRule(
                "no package cycles",
                "Hen",
                slices().matching(root + ".(**)")
                        .should()
                        .beFreeOfCycles()
                        .because("a package that needs itself cannot be read on its own"));
    }

    private static ArchCondition<JavaClass> beInNullMarkedPackage() {
        return new ArchCondition<>("be in a package with @NullMarked in its package-info") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    String message =
                            type.getName() + " is in a package without @NullMarked package-info";
                    events.add(SimpleConditionEvent.violated(type, message));
                }
            }
        };
    }
}
