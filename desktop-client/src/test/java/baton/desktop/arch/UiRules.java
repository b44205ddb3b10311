package baton.desktop.arch;

import static baton.arch.CommonRules.never;
import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import baton.arch.Calls;
import baton.arch.GuardedRule;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/** What keeps the screens apart from each other and from the network. */
final class UiRules {
    /** The ports, and what one of them throws. */
    private static final Set<String> DOORS =
            Set.of("Intents", "ChangeHints", "StoreReader", "StoreException");

    private UiRules() {}

    static List<GuardedRule> under(String desktop) {
        return List.of(
                never(
                        "ui knows neither sync nor network",
                        "UiKnowsNet",
                        desktop + ".ui..",
                        "a screen shows what is stored and says what is wanted",
                        desktop + ".sync..",
                        desktop + ".net.."),
                doors(desktop),
                features(desktop),
                viewModels(),
                oneRunLater());
    }

    private static GuardedRule doors(String desktop) {
        return new GuardedRule(
                "ui enters runtime and store by their doors",
                "UiKnowsLoop",
                noClasses()
                        .that()
                        .resideInAPackage(desktop + ".ui..")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(desktop + ".runtime..", desktop + ".store..")
                                        .and(SyncRules.areNoData())
                                        .and(areNoDoors()))
                        .because("Intents, ChangeHints and StoreReader are all a screen needs"));
    }

    private static DescribedPredicate<JavaClass> areNoDoors() {
        return DescribedPredicate.describe(
                "are none of " + DOORS, type -> !DOORS.contains(type.getSimpleName()));
    }

    private static GuardedRule features(String desktop) {
        return new GuardedRule(
                "features of the ui do not know each other",
                "TimelineKnowsComposer",
                slices().matching(desktop + ".ui.(*)..")
                        .should()
                        .notDependOnEachOther()
                        .ignoreDependency(alwaysTrue(), resideInAPackage(desktop + ".ui.common.."))
                        // The words for a code are as common as the texts they stand in.
                        .ignoreDependency(alwaysTrue(), resideInAPackage(desktop + ".ui.notices.."))
                        .ignoreDependency(resideInAPackage(desktop + ".ui.shell.."), alwaysTrue())
                        .because(
                                "each screen can be changed on its own; shell puts them together"));
    }

    private static GuardedRule viewModels() {
        return new GuardedRule(
                "view models know no nodes",
                "NodeViewModel",
                noClasses()
                        .that()
                        .haveSimpleNameEndingWith("ViewModel")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                        "javafx.scene..", "javafx.stage..", "javafx.fxml.."))
                        .because("what a screen says is tested without a screen"));
    }

    private static GuardedRule oneRunLater() {
        return new GuardedRule(
                "one way onto the JavaFX thread",
                "RunsLater",
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("baton.desktop.ui.common.UiThread")
                        .should()
                        .accessTargetWhere(Calls.of("javafx.application.Platform", "runLater"))
                        .because("UiThread keeps the order and lets tests wait for it"));
    }
}
