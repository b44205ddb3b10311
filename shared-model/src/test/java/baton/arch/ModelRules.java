package baton.arch;

import static baton.arch.CommonRules.areNotAllowed;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;

/** What holds in the shared model: words and rules, no effects. */
public final class ModelRules {
    private static final String[] EFFECTS = {
        "java.io..",
        "java.net..",
        "java.nio.file..",
        "java.nio.channels..",
        "java.sql..",
        "java.util.concurrent..",
        "java.lang.foreign..",
        "java.util.logging..",
        "org.slf4j.."
    };

    private ModelRules() {}

    /**
     * @param root package that all others are counted from: {@code baton}, or that of fixtures
     */
    public static List<GuardedRule> under(String root) {
        String[] words = {root + ".model..", root + ".rules.."};
        return List.of(
                onlyPlainJava(words, root),
                noEffects(words),
                CommonRules.never(
                        "model does not know rules or protocol",
                        "WordKnowsRule",
                        root + ".model..",
                        "words come first",
                        root + ".rules..",
                        root + ".protocol.."),
                jsonBehindTheCodec(root),
                noInputOutput(root));
    }

    private static GuardedRule onlyPlainJava(String[] words, String root) {
        return new GuardedRule(
                "model and rules need plain Java only",
                "ParsesJson",
                classes()
                        .that()
                        .resideInAnyPackage(words)
                        .should()
                        .onlyDependOnClassesThat(
                                resideInAnyPackage(
                                        root + ".model..",
                                        root + ".rules..",
                                        "java.lang",
                                        "java.lang.annotation",
                                        "java.lang.runtime",
                                        "java.lang.invoke",
                                        "java.util",
                                        "java.util.function",
                                        "java.util.stream",
                                        "java.util.regex",
                                        "java.math",
                                        "java.text",
                                        "java.time..",
                                        "java.nio",
                                        "java.nio.charset",
                                        "java.security",
                                        "org.jspecify.annotations"))
                        .because("both sides and every simulation run them with no set-up"));
    }

    private static GuardedRule noEffects(String[] words) {
        return new GuardedRule(
                "model and rules have no effects",
                "DrawsLots",
                noClasses()
                        .that()
                        .resideInAnyPackage(words)
                        .should()
                        .accessTargetWhere(Calls.withEffects())
                        .because("the same input must give the same answer in every run"));
    }

    private static GuardedRule jsonBehindTheCodec(String root) {
        return new GuardedRule(
                "JSON stays behind FrameCodec",
                "FrameWithJson",
                noClasses()
                        .that(arePublicBesides("FrameCodec"))
                        .and()
                        .resideInAPackage(root + ".protocol..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("com.fasterxml.jackson.."))
                        .because("frames are records; how they are written is one class's matter"));
    }

    private static GuardedRule noInputOutput(String root) {
        return new GuardedRule(
                "the shared model does no I/O",
                "OpensFile",
                noClasses()
                        .that(areNotAllowed())
                        .and()
                        .resideInAnyPackage(
                                root + ".model..", root + ".rules..", root + ".protocol..")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(EFFECTS).and(areNotWordsForFailure()))
                        .because("it is the one module that both sides trust to do nothing"));
    }

    private static DescribedPredicate<JavaClass> areNotWordsForFailure() {
        return DescribedPredicate.describe(
                "are not exceptions or markers",
                type ->
                        !type.isAssignableTo(Throwable.class)
                                && !type.getFullName().equals("java.io.Serializable")
                                && !type.getFullName().equals("java.io.Closeable"));
    }

    private static DescribedPredicate<JavaClass> arePublicBesides(String name) {
        return DescribedPredicate.describe(
                "are public, besides " + name,
                type ->
                        type.getModifiers().contains(JavaModifier.PUBLIC)
                                && !type.getSimpleName().equals(name));
    }
}
