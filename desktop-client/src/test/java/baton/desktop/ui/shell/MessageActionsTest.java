package baton.desktop.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.store.Tick;
import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.model.EventBody;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a person does with messages, by mouse and by keys, on the headless platform.
class MessageActionsTest {
    private final SampleDevice device = SampleLife.device();
    private final SampleWindow window = SampleWindow.of(device);

    @AfterEach
    void close() {
        window.close();
        assertEquals(0, device.listenerCount(), "a closed window still listens");
    }

    private List<String> asked(String verb) {
        return device.asked().stream().filter(ask -> ask.startsWith(verb + " ")).toList();
    }

    private TextArea text() {
        return (TextArea) window.find(".composer .text-area");
    }

    private Node bubble(String words) {
        FxDriver.until("a bubble says " + words, () -> find(words) != null);
        return FxDriver.fx(() -> Objects.requireNonNull(find(words)));
    }

    private @org.jspecify.annotations.Nullable Node find(String words) {
        return window.timeline().lookupAll(".bubble").stream()
                .filter(FxDriver::isShown)
                .filter(node ->
                        node.lookupAll("Text").stream()
                                .anyMatch(t -> ((Text) t).getText().contains(words)))
                .findFirst()
                .orElse(null);
    }

    private void choose(String words) {
        FxDriver.click(bubble(words));
        FxDriver.until("it is chosen", () -> window.timeline().isFocused());
    }

    /// A button or menu item of a card that is open above the window.
    private Node inPopup(String words) {
        return FxDriver.fx(() ->
                Window.getWindows().stream()
                        .filter(w -> w instanceof PopupWindow && w.isShowing())
                        .flatMap(w -> w.getScene().getRoot().lookupAll("*").stream())
                        .filter(node ->
                                (node instanceof Labeled l && words.equals(l.getText()))
                                        || words.equals(node.getAccessibleText()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no " + words)));
    }

    private boolean isPopupOpen() {
        return FxDriver.fx(() ->
                Window.getWindows().stream()
                        .anyMatch(w -> w instanceof PopupWindow && w.isShowing()));
    }

    @Test
    void anAnswerQuotesItsMessageAndLeadsBackToIt() {
        window.show(SampleLife.OUTAGE);
        choose("Card payments time out");
        FxDriver.press(KeyCode.R);
        FxDriver.until("the composer has the focus", () -> text().isFocused());
        assertEquals("", FxDriver.fx(() -> text().getText()), "the key itself is not typed");
        FxDriver.type("all fine");
        FxDriver.press(KeyCode.ENTER);
        FxDriver.until("it was sent", () -> asked("send").size() == 1);
        var body = (EventBody.Message) device.outbox().getLast().body();
        assertEquals("all fine", body.text());
        assertFalse(body.reply().isNone());
    }

    @Test
    void escapeEndsAnAnswerAndKeepsTheDividerInPlace() {
        window.show(SampleLife.OUTAGE);
        choose("it is back");
        FxDriver.press(KeyCode.R);
        Node bar = window.find(".composer .aim");
        assertTrue(FxDriver.fx(bar::isVisible));
        FxDriver.press(KeyCode.ESCAPE);
        assertFalse(FxDriver.fx(bar::isVisible));
        assertTrue(
                FxDriver.fx(() ->
                        window.timeline().getItems().stream()
                                .anyMatch(item -> item.toString().startsWith("Divider"))));
    }

    @Test
    void aMessageTellsWhoHasIt() {
        window.show(SampleLife.OUTAGE);
        choose("On it.");
        FxDriver.press(KeyCode.I);
        FxDriver.until("the card is open", this::isPopupOpen);
        inPopup("Ben Okafor, read");
        inPopup("Desk-1 · this device, has it");
        inPopup("Home, not known yet");
        FxDriver.press(KeyCode.ESCAPE);
        FxDriver.until("the card is closed", () -> !isPopupOpen());
    }

    @Test
    void aQuoteLeadsToItsMessage() {
        window.show(SampleLife.OUTAGE);
        Node quote = FxDriver.fx(() -> window.find(".bubble.own .quote"));
        FxDriver.click(quote);
        FxDriver.until(
                "the row is chosen",
                () -> {
                    Object chosen = window.timeline().getSelectionModel().getSelectedItem();
                    return Objects.toString(chosen).contains("Anyone near the gateway?");
                });
    }

    @Test
    void upInAnEmptyComposerEditsTheLastOwnMessage() {
        window.show(SampleLife.WITH_MIA);
        FxDriver.click(text());
        FxDriver.press(KeyCode.UP);
        FxDriver.until("its text is there", () -> text().getText().equals("好的，明天见！"));
        FxDriver.run(() -> text().setText("好的，后天见！"));
        FxDriver.press(KeyCode.ENTER);
        FxDriver.until("it was changed", () -> asked("edit").size() == 1);
        FxDriver.until("the composer is empty", () -> text().getText().isEmpty());
        FxDriver.until("the bubble says so", () -> find("后天") != null);
        Labeled edited =
                (Labeled) FxDriver.fx(() -> window.timeline().lookup(".bubble.own .edited"));
        assertTrue(FxDriver.fx(edited::isVisible));
        FxDriver.click(edited);
        assertTrue(FxDriver.isShown(inPopup("好的，明天见！")), "the first wording is there");
    }

    @Test
    void recallAsksOnceAndLeavesAPlaceholder() {
        window.show(SampleLife.WITH_MIA);
        choose("好的");
        FxDriver.press(KeyCode.DELETE);
        assertEquals(List.of(), asked("recall"));
        FxDriver.press(KeyCode.ESCAPE);
        assertFalse(isPopupOpen(), "thought better of it");
        FxDriver.press(KeyCode.DELETE);
        FxDriver.click(inPopup("Recall"));
        assertEquals(1, asked("recall").size());
        FxDriver.until("the placeholder stands there", () -> find("Message recalled") != null);
        assertEquals(null, FxDriver.fx(() -> find("好的")));
    }

    @Test
    void aChipAddsAndTakesAwayOnesOwnReaction() {
        window.show(SampleLife.OUTAGE);
        FxDriver.click(chip("🙏"));
        FxDriver.until("two", () -> ((Labeled) chip("🙏")).getText().equals("2"));
        FxDriver.click(chip("🙏"));
        FxDriver.until("one", () -> ((Labeled) chip("🙏")).getText().equals("1"));
        assertEquals(2, asked("react").size());
    }

    private Node chip(String emoji) {
        return FxDriver.fx(() ->
                window.timeline().lookupAll(".chip").stream()
                        .filter(node ->
                                Objects.toString(node.getAccessibleText()).startsWith(emoji))
                        .filter(FxDriver::isShown)
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void plusOffersEmojiThatArrowsChoose() {
        window.show(SampleLife.WITH_BEN);
        choose("lunch at one");
        FxDriver.press(KeyCode.ADD);
        FxDriver.until("the picker is open", this::isPopupOpen);
        FxDriver.press(KeyCode.RIGHT);
        FxDriver.press(KeyCode.ENTER);
        FxDriver.until(
                "it reacts",
                () ->
                        asked("react")
                                .equals(List.of("react " + SampleLife.WITH_BEN + " 1 👎 true")));
    }

    @Test
    void theMenuOfSomebodyElsesMessageOffersNoEdit() {
        window.show(SampleLife.WITH_BEN);
        FxDriver.rightClick(bubble("lunch at one"));
        List<String> words =
                FxDriver.fx(() ->
                        Window.getWindows().stream()
                                .filter(w -> w instanceof PopupWindow && w.isShowing())
                                .flatMap(w -> w.getScene().getRoot().lookupAll(".label").stream())
                                .map(node -> ((Label) node).getText())
                                .filter(t -> !t.isEmpty())
                                .toList());
        assertEquals(
                List.of("Reply", "Copy", "Select", "Who has it", "Mark as unread from here"),
                words);
        FxDriver.press(KeyCode.ESCAPE);
    }

    @Test
    void mentionsAreCompletedByKeys() {
        window.show(SampleLife.OUTAGE);
        FxDriver.run(() -> {
            text().requestFocus();
            text().setText("thanks @m");
            text().end();
        });
        FxDriver.until("somebody is offered", this::isPopupOpen);
        FxDriver.press(KeyCode.ENTER);
        assertEquals("thanks @mia ", FxDriver.fx(() -> text().getText()));
        assertEquals(List.of(), asked("send"), "the key completed and sent nothing");
        FxDriver.press(KeyCode.ENTER);
        FxDriver.until("it was sent", () -> asked("send").size() == 1);
        var body = (EventBody.Message) device.outbox().getLast().body();
        assertEquals(List.of(SampleLife.MIA), body.mentions());
    }

    @Test
    void aRefusedReplyShowsWhatWasMissedAndOneKeySendsItAnyway() {
        long seen = device.conversation(SampleLife.OUTAGE).orElseThrow().readSeq();
        window.show(SampleLife.OUTAGE);
        device.pending(
                SampleLife.OUTAGE,
                SampleLife.NOW,
                new EventBody.Message("rolling back"),
                Tick.FAILED,
                "stale-reply",
                seen);
        Node panel = window.find(".composer .missed");
        FxDriver.until("the panel shows", panel::isVisible);
        assertTrue(
                FxDriver.fx(() ->
                        panel.lookupAll(".label").stream()
                                .anyMatch(l -> ((Labeled) l).getText().contains("thanks both"))));
        FxDriver.click(text());
        FxDriver.press(KeyCode.CONTROL, KeyCode.ENTER);
        FxDriver.until("it goes out again", () -> asked("retry").size() == 1);
        FxDriver.until("the panel is gone", () -> !panel.isVisible());
    }
}
