package baton.desktop.ui.firstrun;

import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A text that a person types and the sentence below it that says what is wrong with it. Silent
/// until the first [#check]; from then on the sentence follows the typing, so that it goes as soon
/// as the text is right. FX thread.
public final class FormField {
    private final StringProperty text;
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final UnaryOperator<String> rule;
    private boolean checked;

    /// @param rule answers what is wrong with a text, or an empty text
    FormField(String initially, UnaryOperator<String> rule) {
        this.text = new SimpleStringProperty(initially);
        this.rule = rule;
        text.addListener((observed, before, now) -> review());
    }

    public StringProperty textProperty() {
        return text;
    }

    /// Empty if there is nothing to complain about.
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    String text() {
        return text.get();
    }

    /// A person has left the field; leaving it empty is no mistake yet.
    public void left() {
        if (!text.get().isEmpty()) {
            check();
        }
    }

    /// Whether the text may be sent off.
    boolean check() {
        checked = true;
        review();
        return error.get().isEmpty();
    }

    /// Silent again, text kept.
    void relax() {
        checked = false;
        error.set("");
    }

    private void review() {
        error.set(checked ? rule.apply(text.get()) : "");
    }
}
