package baton.desktop.ui.firstrun;

import baton.desktop.ui.common.Shown;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/// What ties a row of the form to its model. FX thread.
final class FieldBinding {
    private FieldBinding() {}

    /// @param sentence below the field, says what is wrong
    /// @param locked whether typing has to wait; the field keeps the cursor meanwhile
    static void bind(
            TextField field, Label sentence, FormField model, ObservableBooleanValue locked) {
        field.textProperty().bindBidirectional(model.textProperty());
        field.editableProperty().bind(locked.map(waiting -> !waiting));
        field.accessibleHelpProperty().bind(model.errorProperty());
        field.focusedProperty()
                .subscribe((before, focused) -> {
                    if (!focused) {
                        model.left();
                    }
                });
        sentence.textProperty().bind(model.errorProperty());
        Shown.when(sentence, model.errorProperty().map(text -> !text.isEmpty()));
    }
}
