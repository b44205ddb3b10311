package baton.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets one class break one architecture rule, with the reason beside it.
 *
 * <p>An exception written here is found by grep; an exception written into the rule is not.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Allowed {
    /** Why this class may do what the rules forbid. */
    String value();
}
