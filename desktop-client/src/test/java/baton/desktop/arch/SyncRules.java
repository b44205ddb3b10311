package baton.desktop.arch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import baton.arch.Calls;
import baton.arch.GuardedRule;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/** What keeps the sync engine a function from input to effects. */
final class SyncRules {
    private static final String WHY = "a simulation must replay any run from its seed";

    private SyncRules() {}

    static List<GuardedRule> under(String root, String desktop) {
        String sync = desktop + ".sync..";
        return List.of(
                new GuardedRule(
                        "sync needs plain Java and the shared model only",
                        "SyncKnowsStore",
                        classes()
                                .that()
                                .resideInAPackage(sync)
                                .should()
                                .onlyDependOnClassesThat(
                                        resideInAnyPackage(
                                                sync,
                                                root + ".model..",
                                                root + ".rules..",
                                                root + ".protocol..",
                                                "java.lang",
                                                "java.lang.annotation",
                                                "java.lang.invoke",
                                                "java.lang.runtime",
                                                "java.util",
                                                "java.util.function",
                                                "java.util.random",
                                                "java.util.stream",
                                                "java.time..",
                                                "org.jspecify.annotations"))
                                .because(WHY)),
                new GuardedRule(
                        "sync has no effects of its own",
                        "SyncReadsClock",
                        noClasses()
                                .that()
                                .resideInAPackage(sync)
                                .should()
                                .accessTargetWhere(Calls.withEffects())
                                .because(WHY)),
                new GuardedRule(
                        "store knows the data of sync, not the engine",
                        "StoreKnowsEngine",
                        noClasses()
                                .that()
                                .resideInAPackage(desktop + ".store..")
                                .should()
                                .dependOnClassesThat(resideInAPackage(sync).and(areNoData()))
                                .because("what is to be stored is decided before it is stored")));
    }

    /** Records, enums and interfaces are what two packages may hand each other. */
    static DescribedPredicate<JavaClass> areNoData() {
        return DescribedPredicate.describe(
                "are no records, enums or interfaces",
                type -> !type.isRecord() && !type.isEnum() && !type.isInterface());
    }
}
