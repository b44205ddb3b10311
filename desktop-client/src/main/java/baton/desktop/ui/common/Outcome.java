package baton.desktop.ui.common;

import java.util.function.Consumer;

/// What came of a long piece of work.
public sealed interface Outcome<T> {
    /// Code of a bug: a heading of the documentation.
    String UNEXPECTED = "unexpected";

    record Done<T>(T result) implements Outcome<T> {}

    /// A person broke it off; nothing is left of it.
    record Stopped<T>() implements Outcome<T> {}

    /// @param code of a trouble
    record Failed<T>(String code) implements Outcome<T> {}

    /// Tells the result, if there is one.
    default void ifDone(Consumer<T> use) {
        if (this instanceof Done<T>(T result)) {
            use.accept(result);
        }
    }
}
