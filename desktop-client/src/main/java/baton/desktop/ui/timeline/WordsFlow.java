package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Emoji;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The text of a message with its links, mentions and emoji. Keeps room at the end of the last line
/// for the time, which stands in the corner.
final class WordsFlow extends TextFlow {
    private static final double EMOJI = 17;
    private static final double EMOJI_ALONE = 32;

    /// An image stands on the line of the letters, but an emoji hangs a little below it.
    private static final double EMOJI_DROP = 4;

    private final Consumer<String> openLink;
    private final Region room = new Region();

    WordsFlow(Consumer<String> openLink) {
        this.openLink = openLink;
    }

    void show(TimelineItem.Words words) {
        getChildren().clear();
        List<MessageText.Part> parts = MessageText.parts(words.text(), words.mentions());
        boolean alone = MessageText.isEmojiAlone(parts);
        for (MessageText.Part part : parts) {
            getChildren().add(draw(part, words, alone));
        }
        getChildren().add(room);
    }

    /// How wide the place for the time is.
    void keepRoom(double wide) {
        // Called while laying out: setting the same again would ask for one more layout, each time.
        if (room.getMinWidth() == wide) {
            return;
        }
        room.setMinSize(wide, 1);
        room.setPrefSize(wide, 1);
        room.setMaxSize(wide, 1);
    }

    private Node draw(MessageText.Part part, TimelineItem.Words words, boolean alone) {
        return switch (part.kind()) {
            case PLAIN -> text(part.text(), words.gone() ? "message-gone" : "message-text");
            case LINK -> link(part.text());
            case MENTION -> text(part.text(), words.namesMe() ? "message-me" : "message-mention");
            case EMOJI -> emoji(part.text(), alone ? EMOJI_ALONE : EMOJI);
        };
    }

    private static Text text(String words, String style) {
        Text node = new Text(words);
        node.getStyleClass().add(style);
        return node;
    }

    private static Node emoji(String characters, double size) {
        Node node = Emoji.draw(characters, size);
        node.setTranslateY(EMOJI_DROP);
        return node;
    }

    /// A text that opens an address: a hyperlink control would not wrap within the address.
    private Text link(String address) {
        Text node = text(address, "message-link");
        node.setFocusTraversable(true);
        node.setAccessibleRole(AccessibleRole.HYPERLINK);
        node.setAccessibleText(address);
        node.setOnMouseClicked(event -> openLink.accept(address));
        node.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                openLink.accept(address);
            }
        });
        return node;
    }
}
