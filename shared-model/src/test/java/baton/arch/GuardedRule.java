package baton.arch;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;

/**
 * A rule of the architecture and the deliberately bad class that proves it bites.
 *
 * @param name what a test report shows
 * @param canary simple name of the class in the fixtures that the rule must reject
 */
public record GuardedRule(String name, String canary, ArchRule rule) {

    public void holdsIn(JavaClasses classes) {
        // A package may not be there yet; a rule about it is still worth having.
        rule.allowEmptyShould(true).check(classes);
    }

    public void rejectsItsCanaryIn(JavaClasses fixtures) {
        String report = rule.evaluate(fixtures).getFailureReport().toString();
        if (!report.contains(canary)) {
            throw new AssertionError(
                    "The rule '" + name + "' lets " + canary + " pass; it reports: " + report);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
