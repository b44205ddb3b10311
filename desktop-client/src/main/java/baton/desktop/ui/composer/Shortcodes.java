package baton.desktop.ui.composer;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.EmojiNames.Named;
import baton.desktop.ui.common.GrowingTextArea;
import baton.desktop.ui.common.Pins;
import java.util.Optional;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/// Emoji by their names while a text is being written: `:smi` offers some, and the colon that ends
/// a whole name puts its emoji there. FX thread.
final class Shortcodes {
    private final Node host;
    private final GrowingTextArea text;

    /// @param host around the text, so that keys come here before they come to the text
    Shortcodes(Node host, GrowingTextArea text) {
        this.host = host;
        this.text = text;
    }

    Pin open() {
        Pins pins = new Pins();
        CompletionPopup<Named> popup =
                new CompletionPopup<>(
                        host,
                        text,
                        caret -> EmojiCompletion.at(text.getText(), caret),
                        EmojiCell::new);
        pins.add(popup.open());
        EventHandler<KeyEvent> typed = this::onTyped;
        host.addEventFilter(KeyEvent.KEY_TYPED, typed);
        pins.add(() -> host.removeEventFilter(KeyEvent.KEY_TYPED, typed));
        return pins;
    }

    private void onTyped(KeyEvent event) {
        if (!event.getCharacter().equals(":") || text.getSelection().getLength() > 0) {
            return;
        }
        Optional<EmojiCompletion> whole =
                EmojiCompletion.closedAt(text.getText(), text.getCaretPosition());
        whole.ifPresent(begun -> {
            event.consume();
            text.replaceText(
                    begun.start(), begun.caret(), begun.wordsOf(begun.choices().getFirst()));
        });
    }
}
