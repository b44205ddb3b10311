package baton.desktop.ui.composer;

import baton.desktop.ui.notices.LocalTrouble;
import baton.model.Limits;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import javafx.scene.input.Clipboard;

/// Decides what comes into the composer from the clipboard or by dropping it there: text, up to
/// several messages' worth to cut down, and no files yet. The window says why not. FX thread.
final class Intake {
    /// A text area works at its text with every key: far more than can be sent would stop the
    /// window.
    static final int CHARS_MAX = 4 * Limits.TEXT_CHARS_MAX;

    private final IntSupplier standing;
    private final Consumer<String> refused;

    /// @param standing how many characters are there already
    /// @param refused gets the code of a trouble
    Intake(IntSupplier standing, Consumer<String> refused) {
        this.standing = standing;
        this.refused = refused;
    }

    /// The text that may come in; empty if there is none, and then the person knows.
    Optional<String> textOf(Clipboard content) {
        String text = Optional.ofNullable(content.getString()).orElse("");
        boolean isFile = content.hasFiles() || (content.hasImage() && text.isEmpty());
        return textOf(isFile, text);
    }

    Optional<String> textOf(boolean isFile, String text) {
        if (isFile) {
            refused.accept(LocalTrouble.NO_ATTACHMENTS.code());
            return Optional.empty();
        }
        if (text.length() > CHARS_MAX - standing.getAsInt()) {
            refused.accept(LocalTrouble.PASTE_TOO_LONG.code());
            return Optional.empty();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
