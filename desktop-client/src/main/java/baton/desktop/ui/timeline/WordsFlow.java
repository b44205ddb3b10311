package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Emoji;
import baton.desktop.ui.common.markup.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Lines of a message with their links, mentions and emoji. Keeps room at the end of the last line
/// for the time, which stands in the corner.
final class WordsFlow extends TextFlow {
    private static final double EMOJI = 17;
    private static final double EMOJI_ALONE = 32;

    /// An image stands on the line of the letters, but an emoji hangs a little below it.
    private static final double EMOJI_DROP = 4;

    private final Consumer<String> openLink;
    private final Region room = new Region();
    private final Path ground = new Path();
    private final List<Stretch> code = new ArrayList<>();

    /// From `start` to `end` of the letters there is code.
    private record Stretch(int start, int end) {}

    WordsFlow(Consumer<String> openLink) {
        this.openLink = openLink;
        ground.setManaged(false);
        ground.getStyleClass().add("code-ground");
    }

    /// @param large whether emoji are
    void show(List<MessageText.Part> parts, TimelineItem.Words words, boolean large) {
        getChildren().setAll(ground);
        code.clear();
        int at = 0;
        for (MessageText.Part part : parts) {
            Node node = draw(part, words, large);
            int end = at + (node instanceof Text ? part.text().length() : 1);
            if (part.styles().contains(Span.Style.CODE)) {
                code.add(new Stretch(at, end));
            }
            getChildren().add(node);
            at = end;
        }
    }

    /// How wide the place for the time is; it is made with the first call.
    void keepRoom(double wide) {
        if (!getChildren().contains(room)) {
            getChildren().add(room);
        }
        // Called while laying out: setting the same again would ask for one more layout, each time.
        if (room.getMinWidth() == wide) {
            return;
        }
        room.setMinSize(wide, 1);
        room.setPrefSize(wide, 1);
        room.setMaxSize(wide, 1);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        ground.getElements().clear();
        for (Stretch stretch : code) {
            ground.getElements().addAll(rangeShape(stretch.start(), stretch.end()));
        }
    }

    private Node draw(MessageText.Part part, TimelineItem.Words words, boolean large) {
        return switch (part.kind()) {
            case PLAIN -> text(part, words.gone() ? "message-gone" : "message-text");
            case LINK -> link(part);
            case MENTION -> text(part, words.namesMe() ? "message-me" : "message-mention");
            case EMOJI -> emoji(part.text(), large ? EMOJI_ALONE : EMOJI);
        };
    }

    private static Text text(MessageText.Part part, String style) {
        Text node = new Text(part.text());
        node.getStyleClass().add(style);
        for (Span.Style each : part.styles()) {
            node.getStyleClass()
                    .add(
                            switch (each) {
                                case STRONG -> "message-strong";
                                case EMPHASIS ->
                                        isSlanted(part) ? "message-emphasis" : "message-strong";
                                case CODE -> "code";
                            });
        }
        return node;
    }

    /// Chinese has no italics: emphasis would not be seen.
    private static boolean isSlanted(MessageText.Part part) {
        return part.text().codePoints().noneMatch(Character::isIdeographic);
    }

    private static Node emoji(String characters, double size) {
        Node node = Emoji.draw(characters, size);
        node.setTranslateY(EMOJI_DROP);
        return node;
    }

    /// A text that opens an address: a hyperlink control would not wrap within the address. One
    /// that is called something else says where it leads.
    private Text link(MessageText.Part part) {
        String address = part.target();
        Text node = text(part, "message-link");
        boolean named = !part.text().equals(address);
        node.setFocusTraversable(true);
        node.setAccessibleRole(AccessibleRole.HYPERLINK);
        node.setAccessibleText(named ? part.text() + " " + address : address);
        if (named) {
            Tooltip.install(node, new Tooltip(address));
        }
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
