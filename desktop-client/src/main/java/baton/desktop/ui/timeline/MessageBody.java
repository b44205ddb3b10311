package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.markup.Block;
import baton.desktop.ui.common.markup.Markup;
import baton.desktop.ui.common.markup.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a message says, block below block. Room for the time is kept at the end of its last line,
/// or below if the message does not end with a line of words.
final class MessageBody extends VBox {
    /// Nodes of one message, about: whatever comes after these parts is one plain text.
    private static final int PARTS_MAX = 300;

    private static final double GAP = 6;
    private static final double TIME = 16;

    /// Numbers up to this long stand below each other, longer ones take the room they need.
    private static final int NUMBER_CHARS = 3;

    private final Texts texts;
    private final Supplier<MessageActions> actions;
    private final Region strip = new Region();
    private TimelineItem.Words words = new TimelineItem.Words("", List.of(), false, false, false);
    private Optional<WordsFlow> last = Optional.empty();
    private boolean large;
    private int left;

    MessageBody(Texts texts, Supplier<MessageActions> actions) {
        super(GAP);
        this.texts = texts;
        this.actions = actions;
        strip.setMinHeight(TIME);
    }

    /// @param text what is shown of it
    void show(TimelineItem.Words said, String text) {
        words = said;
        left = PARTS_MAX;
        last = Optional.empty();
        List<Block> blocks =
                said.gone()
                        ? List.of(new Block.Words(List.of(Span.plain(text))))
                        : Markup.blocks(text);
        large = MessageText.isEmojiAlone(blocks, said.mentions());
        getChildren().clear();
        fill(this, blocks);
        boolean inline = ends(blocks);
        last = inline ? last : Optional.empty();
        Shown.when(strip, !inline);
        getChildren().add(strip);
    }

    /// How wide the place for the time is.
    void keepRoom(double wide) {
        last.ifPresent(flow -> flow.keepRoom(wide));
        if (last.isEmpty() && strip.getMinWidth() != wide) {
            strip.setMinWidth(wide);
        }
    }

    /// Whether the last line is one of words that reaches the edge of the bubble.
    private static boolean ends(List<Block> blocks) {
        return switch (blocks.getLast()) {
            case Block.Words lines -> true;
            case Block.Items items -> ends(items.items().getLast().blocks());
            case Block.Code code -> false;
            case Block.Quote quote -> false;
        };
    }

    private void fill(VBox box, List<Block> blocks) {
        for (Block block : blocks) {
            box.getChildren().add(draw(block));
        }
    }

    private Node draw(Block block) {
        return switch (block) {
            case Block.Words lines -> flow(lines);
            case Block.Code code ->
                    new CodeBlock(code, texts, copied -> actions.get().copy(copied));
            case Block.Quote quote -> quote(quote);
            case Block.Items items -> items(items);
        };
    }

    private Node flow(Block.Words lines) {
        WordsFlow flow = new WordsFlow(address -> actions.get().openLink(address));
        List<MessageText.Part> parts =
                MessageText.parts(lines.spans(), words.mentions(), Math.max(1, left));
        left -= parts.size();
        flow.show(parts, words, large);
        last = Optional.of(flow);
        return flow;
    }

    private Node quote(Block.Quote quote) {
        VBox box = new VBox(GAP);
        box.getStyleClass().add("quoted");
        fill(box, quote.blocks());
        return box;
    }

    private Node items(Block.Items items) {
        VBox box = new VBox(2);
        for (Block.Item item : items.items()) {
            Label mark = new Label(item.mark());
            boolean number = Character.isDigit(item.mark().charAt(0));
            boolean isShort = item.mark().length() <= NUMBER_CHARS;
            mark.getStyleClass().addAll("item-mark", number && isShort ? "number" : "bullet");
            mark.setMinWidth(USE_PREF_SIZE);

            VBox content = new VBox(2);
            HBox.setHgrow(content, Priority.ALWAYS);
            fill(content, item.blocks());
            box.getChildren().add(new HBox(6, mark, content));
        }
        return box;
    }
}
