package baton.desktop.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.runtime.Hint;
import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.desktop.ui.SampleWords;
import baton.desktop.ui.common.CannedReply;
import baton.desktop.ui.common.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands in messages and in the composer, on the headless platform: formatting, emoji by
/// name, and text that tries to break the window.
class WordsTest {
    /// Nodes of one row, whatever its text is: so much work a row is at most.
    private static final int NODES_MAX = 1_500;

    private static final double HEIGHT_MAX = 3_000;

    private final SampleDevice device = SampleLife.device();
    private final SampleWindow window = SampleWindow.of(device, "en", Theme.Choice.LIGHT, 1100);

    @AfterEach
    void close() {
        window.close();
        assertEquals(0, device.listenerCount(), "a closed window still listens");
    }

    private Node arrive(String text) {
        device.say(SampleLife.WITH_BEN, SampleLife.BEN, SampleLife.NOW, text);
        window.show(SampleLife.WITH_BEN);
        FxDriver.run(() -> window.timeline().scrollTo(window.timeline().getItems().size() - 1));
        FxDriver.pulse();
        return FxDriver.fx(this::lowest);
    }

    private Node lowest() {
        double lowest = Double.NEGATIVE_INFINITY;
        Node found = window.timeline();
        for (Node bubble : window.timeline().lookupAll(".bubble")) {
            double bottom = bubble.localToScene(bubble.getBoundsInLocal()).getMaxY();
            if (bottom > lowest && bubble.isVisible()) {
                lowest = bottom;
                found = bubble;
            }
        }
        return found;
    }

    private static List<Node> nodes(Node node) {
        List<Node> all = new ArrayList<>(List.of(node));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all.addAll(nodes(child)));
        }
        return all;
    }

    private static boolean says(Node node, String words, String style) {
        return nodes(node).stream()
                .anyMatch(each ->
                        each instanceof Text text
                                && text.getText().equals(words)
                                && text.getStyleClass().contains(style));
    }

    @Test
    void marksBecomeStylesAndTheTextIsCopiedAsItWasSent() {
        String text = "a **b** and *c* in `d` [e](https://example.org/e)";
        Node bubble = arrive(text);
        assertTrue(FxDriver.fx(() -> says(bubble, "b", "message-strong")));
        assertTrue(FxDriver.fx(() -> says(bubble, "c", "message-emphasis")));
        assertTrue(FxDriver.fx(() -> says(bubble, "d", "code")));
        FxDriver.click(bubble);
        FxDriver.press(KeyCode.CONTROL, KeyCode.C);
        assertEquals(text, FxDriver.fx(() -> Clipboard.getSystemClipboard().getString()));
        Node link =
                FxDriver.fx(() ->
                        nodes(bubble).stream()
                                .filter(node -> node.getStyleClass().contains("message-link"))
                                .findFirst()
                                .orElseThrow());
        FxDriver.click(link);
        assertEquals("https://example.org/e", window.opened().getFirst().toString());
    }

    @Test
    void theButtonOfABlockCopiesItsCodeOnly() {
        Node bubble = arrive("look\n```sh\nls *.log\n```\nthere");
        FxDriver.click(
                FxDriver.fx(() -> Objects.requireNonNull(bubble.lookup(".code-block .button"))));
        assertEquals("ls *.log", FxDriver.fx(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void theListShowsTheWordsWithoutMarks() {
        arrive("it is **back** in `main`");
        FxDriver.until(
                "the preview",
                () ->
                        window.list().lookupAll(".label").stream()
                                .anyMatch(label ->
                                        Objects.equals(
                                                ((Label) label).getText(), "it is back in main")));
    }

    static List<String> hostile() {
        return SampleWords.hostile();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noTextMakesARowThatIsHugeOrLeavesItsBubble(String text) {
        Node bubble = arrive(text);
        Bounds outer = FxDriver.fx(() -> bubble.localToScene(bubble.getBoundsInLocal()));
        assertTrue(outer.getHeight() <= HEIGHT_MAX, () -> outer.getHeight() + " high");
        assertTrue(outer.getWidth() <= 642, () -> outer.getWidth() + " wide");
        List<Node> drawn = FxDriver.fx(() -> nodes(bubble));
        assertTrue(drawn.size() <= NODES_MAX, () -> drawn.size() + " nodes");
        for (Node node : drawn) {
            Bounds inner = FxDriver.fx(() -> node.localToScene(node.getBoundsInLocal()));
            boolean inside = inner.isEmpty() || inner.getMaxX() <= outer.getMaxX() + 3;
            assertTrue(inside, () -> node + " ends at " + inner.getMaxX());
        }
        assertTrue(window.opened().isEmpty());
    }

    @Test
    void aLongMessageIsFoldedUntilAPersonAsksForAllOfIt() {
        Node bubble = arrive("line\n".repeat(120) + "the end");
        assertFalse(FxDriver.fx(() -> drawnText(bubble).contains("the end")));
        Labeled all =
                FxDriver.fx(() ->
                        (Labeled)
                                nodes(bubble).stream()
                                        .filter(node ->
                                                node instanceof Labeled labeled
                                                        && labeled.getText().equals("Show all"))
                                        .findFirst()
                                        .orElseThrow());
        FxDriver.run(() -> ((javafx.scene.control.Button) all).fire());
        FxDriver.until("all of it", () -> drawnText(bubble).contains("the end"));
        assertFalse(FxDriver.fx(all::isVisible));
    }

    private static String drawnText(Node bubble) {
        StringBuilder all = new StringBuilder();
        nodes(bubble).forEach(node -> all.append(node instanceof Text text ? text.getText() : ""));
        return all.toString();
    }

    @Test
    void namesStayInOneLineHoweverTheyAreWritten() {
        device.name(SampleLife.BEN, "B\u202ee\n\u2028n" + "\u0301".repeat(50) + "x".repeat(200));
        device.name(SampleLife.MIA, "\u200b\u3164");
        device.tell(new Hint.Conversation(SampleLife.WITH_MIA));
        arrive("hello");
        FxDriver.until(
                "a name that cannot be seen gives way to the handle",
                () ->
                        window.list().lookupAll(".label").stream()
                                .anyMatch(label -> "mia".equals(((Label) label).getText())));
        double high =
                FxDriver.fx(() ->
                        window.list().lookupAll(".list-cell").stream()
                                .map(node -> (javafx.scene.layout.Region) node)
                                .filter(cell -> cell.getHeight() > 0)
                                .mapToDouble(javafx.scene.layout.Region::getHeight)
                                .max()
                                .orElseThrow());
        assertTrue(high <= 60, () -> "a line of the list is " + high + " high");
        Label title = (Label) window.find(".timeline .title");
        assertTrue(FxDriver.fx(title::getHeight) <= 24, title.getText());
        assertFalse(title.getText().contains("\u202e"));
    }

    @Test
    void whoBearsTheNameOfAnotherIsToldByTheHandle() {
        device.name(SampleLife.MIA, "Вen Оkаfor");
        device.tell(new Hint.Conversation(SampleLife.WITH_MIA));
        window.show(SampleLife.WITH_MIA);
        FxDriver.until(
                "the handle stands beside the name",
                () ->
                        window.timeline().getScene().getRoot().lookupAll(".label").stream()
                                .anyMatch(label ->
                                        FxDriver.isShown(label)
                                                && ((Label) label).getText().startsWith("@mia")));
    }

    private TextArea composer() {
        window.show(SampleLife.WITH_BEN);
        TextArea text = (TextArea) window.find(".composer .text-area");
        FxDriver.click(text);
        return text;
    }

    private static boolean isPopupOpen() {
        return Window.getWindows().stream()
                .anyMatch(w -> w instanceof PopupWindow && w.isShowing());
    }

    private static void write(TextArea text, String words) {
        FxDriver.run(() -> {
            text.setText(words);
            text.end();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENTER", "TAB"})
    void anEmojiIsCompletedByKeys(String key) {
        TextArea text = composer();
        write(text, "fine :tad");
        FxDriver.until("some are offered", WordsTest::isPopupOpen);
        FxDriver.press(KeyCode.valueOf(key));
        assertEquals("fine 🎉", FxDriver.fx(text::getText));
        assertFalse(FxDriver.fx(WordsTest::isPopupOpen));
        assertTrue(device.asked().stream().noneMatch(ask -> ask.startsWith("send ")));
    }

    @Test
    void aCannedReplyIsFoundByItsNameInAnEmptyComposerOnly() {
        CannedReply thanks = new CannedReply("a", "Thanks", "Thank you,\nwe look at it.");
        device.set(thanks.setting(), "", thanks.value());
        TextArea text = composer();
        write(text, "and/or /than");
        assertFalse(FxDriver.fx(WordsTest::isPopupOpen));
        write(text, "/than");
        FxDriver.until("it is offered", WordsTest::isPopupOpen);
        FxDriver.press(KeyCode.ENTER);
        assertEquals(thanks.text(), FxDriver.fx(text::getText));
        assertTrue(device.asked().stream().noneMatch(ask -> ask.startsWith("send ")));
    }

    private static void compose(TextArea text, String undecided) {
        InputMethodTextRun run =
                new InputMethodTextRun(undecided, InputMethodHighlight.UNSELECTED_RAW);
        FxDriver.run(() ->
                text.fireEvent(
                        new InputMethodEvent(
                                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, List.of(run), "", 0)));
    }

    @Test
    void enterThatTakesAWordFromAnInputMethodCompletesNothing() {
        TextArea text = composer();
        write(text, ":smi");
        compose(text, "l");
        FxDriver.until("some are offered", WordsTest::isPopupOpen);
        FxDriver.press(KeyCode.ENTER);
        assertEquals(":smil", FxDriver.fx(text::getText));
        assertTrue(device.asked().stream().noneMatch(ask -> ask.startsWith("send ")));
    }

    @Test
    void escapeClosesTheOfferAndKeepsTheText() {
        TextArea text = composer();
        write(text, ":smi");
        FxDriver.until("some are offered", WordsTest::isPopupOpen);
        FxDriver.press(KeyCode.DOWN);
        FxDriver.press(KeyCode.ESCAPE);
        assertFalse(FxDriver.fx(WordsTest::isPopupOpen));
        assertEquals(":smi", FxDriver.fx(text::getText));
        write(text, "`:smi");
        assertFalse(FxDriver.fx(WordsTest::isPopupOpen), "not in code");
    }

    private void clip(Map<DataFormat, Object> content) {
        FxDriver.run(() -> {
            ClipboardContent all = new ClipboardContent();
            all.putAll(content);
            Clipboard.getSystemClipboard().setContent(all);
        });
    }

    private String complaint() {
        return FxDriver.fx(() -> ((Label) window.find(".composer .alarm-text")).getText());
    }

    @Test
    void fiftyMegabytesAreRefusedWithASentence() {
        TextArea text = composer();
        write(text, "before");
        clip(Map.of(DataFormat.PLAIN_TEXT, "x".repeat(50_000_000)));
        FxDriver.press(KeyCode.CONTROL, KeyCode.V);
        assertEquals("before", FxDriver.fx(text::getText));
        assertTrue(complaint().contains("32,000"), complaint());
        clip(Map.of(DataFormat.PLAIN_TEXT, " after"));
        FxDriver.press(KeyCode.CONTROL, KeyCode.V);
        assertEquals("before after", FxDriver.fx(text::getText));
        assertEquals("", complaint());
    }

    @Test
    void aFileIsRefusedWithASentenceAndItsTextIsNotPasted() {
        TextArea text = composer();
        clip(
                Map.of(
                        DataFormat.FILES,
                        List.of(Path.of("secret.txt").toFile()),
                        DataFormat.PLAIN_TEXT,
                        "secret"));
        FxDriver.press(KeyCode.CONTROL, KeyCode.V);
        assertEquals("", FxDriver.fx(text::getText));
        assertTrue(complaint().contains("cannot send files"), complaint());
    }
}
