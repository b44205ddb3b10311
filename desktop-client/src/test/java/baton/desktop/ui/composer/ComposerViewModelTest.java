package baton.desktop.ui.composer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.runtime.Intents.Outcome;
import baton.desktop.runtime.Pin;
import baton.desktop.store.ConversationRow.Draft;
import baton.desktop.store.Tick;
import baton.desktop.store.TimelineRow;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.desktop.ui.common.Quoted;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import baton.model.Claim;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.Target;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposerViewModelTest {
    private final SampleDevice device = SampleLife.device();
    private final List<Runnable> later = new ArrayList<>();
    private boolean delayed;
    private int sent;

    private final UiContext context =
            SampleWindow.context(
                    device, "en", Theme.Choice.LIGHT, Runnable::run, this::onUi, uri -> {});
    private final ComposerViewModel model =
            new ComposerViewModel(SampleLife.RELEASE, context, () -> 1, () -> sent++);

    private void onUi(Runnable task) {
        if (delayed) {
            later.add(task);
        } else {
            task.run();
        }
    }

    private void opened() {
        device.draft(SampleLife.RELEASE, Draft.NONE);
        model.open();
    }

    private List<String> sends() {
        return device.asked().stream().filter(ask -> ask.startsWith("send")).toList();
    }

    private Draft theirs(String text, String kept) {
        return new Draft(text, false, "Laptop", SampleLife.at(21, "10:31:00"), kept);
    }

    @Test
    void storedMessageLeavesTheComposer() {
        opened();
        model.textProperty().set("hello");
        model.send();
        assertEquals("", model.textProperty().get());
        assertEquals(List.of("send " + SampleLife.RELEASE + " 1"), sends());
        assertEquals(1, sent);
    }

    @Test
    void rejectedMessageStaysWithASentence() {
        opened();
        device.answerSends(new Outcome.Rejected("disk-full"));
        model.textProperty().set("hello");
        model.send();
        assertEquals("hello", model.textProperty().get());
        assertFalse(model.problemProperty().get().isEmpty());
        assertEquals(0, sent);
        assertTrue(device.asked().contains("saveDraft " + SampleLife.RELEASE + " hello"));
    }

    @Test
    void blankTextIsNeitherSentNorRemarkedUpon() {
        opened();
        model.textProperty().set(" \n ");
        model.send();
        assertEquals(List.of(), sends());
        assertEquals("", model.problemProperty().get());
    }

    @Test
    void overlongTextIsExplainedInsteadOfSent() {
        opened();
        model.textProperty().set("x".repeat(Limits.TEXT_CHARS_MAX));
        assertEquals("8,000 of 8,000", model.counterProperty().get());
        model.textProperty().set("x".repeat(Limits.TEXT_CHARS_MAX + 1));
        model.send();
        assertEquals(List.of(), sends());
        assertTrue(model.problemProperty().get().contains("8,000"), model.problemProperty().get());
        assertEquals(Limits.TEXT_CHARS_MAX + 1, model.textProperty().get().length());
    }

    @Test
    void secondEnterBeforeTheAnswerDoesNotSendTwice() {
        opened();
        delayed = true;
        model.textProperty().set("hello");
        model.send();
        model.send();
        assertEquals(1, sends().size());
    }

    @Test
    void whatIsTypedBeforeTheAnswerStays() {
        opened();
        delayed = true;
        model.textProperty().set("hello");
        model.send();
        model.textProperty().set("hello and more");
        delayed = false;
        later.forEach(Runnable::run);
        assertEquals(" and more", model.textProperty().get());
        assertTrue(device.asked().contains("saveDraft " + SampleLife.RELEASE + "  and more"));
    }

    @Test
    void draftOfAnotherDeviceIsContinuedHere() {
        device.draft(SampleLife.RELEASE, theirs("nearly done", ""));
        model.open();
        assertEquals("nearly done", model.textProperty().get());
        assertEquals("Draft from Laptop, 10:31", model.originProperty().get());
    }

    @Test
    void draftOfAnotherDeviceNeverReplacesWhatIsBeingTyped() {
        opened();
        model.textProperty().set("my own words");
        model.flush();
        device.draft(SampleLife.RELEASE, theirs("their words", ""));
        assertEquals("my own words", model.textProperty().get());
        assertEquals("their words", model.offeredProperty().get());
        model.takeOffered();
        assertEquals("their words", model.textProperty().get());
    }

    @Test
    void draftOfAnotherDeviceReplacesASavedTextThatNobodyTypes() {
        opened();
        model.textProperty().set("my own words");
        model.flush();
        device.tick(SampleLife.NOW.plusSeconds(60));
        device.draft(SampleLife.RELEASE, theirs("their words", "my own words"));
        assertEquals("their words", model.textProperty().get());
        assertEquals("my own words", model.keptProperty().get());
        model.restoreKept();
        assertEquals("their words\nmy own words", model.textProperty().get());
        assertEquals(
                List.of(
                        "saveDraft " + SampleLife.RELEASE + " their words\nmy own words",
                        "dismissDraftCopy " + SampleLife.RELEASE),
                device.asked().subList(device.asked().size() - 2, device.asked().size()),
                "the copy goes when the draft has it");
    }

    @Test
    void leavingStoresTheDraft() {
        device.draft(SampleLife.RELEASE, Draft.NONE);
        var pin = model.open();
        model.textProperty().set("half a sent");
        pin.close();
        assertTrue(device.asked().contains("saveDraft " + SampleLife.RELEASE + " half a sent"));
        assertEquals(0, device.listenerCount());
    }

    private Quoted quoted(int rowFromEnd) {
        List<TimelineRow> rows = device.timelineUpTo(SampleLife.RELEASE, Long.MAX_VALUE, 50).rows();
        TimelineRow.Entry entry = (TimelineRow.Entry) rows.reversed().get(rowFromEnd);
        return new Quoted(
                new Target(entry.event().seq(), entry.event().id()),
                entry.event().author().handle(),
                entry.authorName(),
                entry.folded().text());
    }

    private TimelineRow.Pending lastSent() {
        return device.outbox().getLast();
    }

    @Test
    void anAnswerNamesItsMessageOnceAndTheNextOneDoesNot() {
        opened();
        Quoted asked = quoted(0);
        model.reply(asked);
        model.textProperty().set("I do");
        model.send();
        EventBody.Message answer = (EventBody.Message) lastSent().body();
        assertEquals(asked.target(), answer.reply());
        assertEquals(Aim.SAY, model.aimProperty().get());
        model.textProperty().set("and more");
        model.send();
        assertEquals(Target.NONE, ((EventBody.Message) lastSent().body()).reply());
    }

    @Test
    void cancellingAnAnswerKeepsTheText() {
        opened();
        model.textProperty().set("half a thought");
        model.reply(quoted(0));
        model.cancelAim();
        assertEquals("half a thought", model.textProperty().get());
        assertEquals(Aim.SAY, model.aimProperty().get());
    }

    @Test
    void editingKeepsWhatWasBeingWritten() {
        opened();
        device.say(SampleLife.RELEASE, SampleLife.ANA, SampleLife.NOW, "tommorow");
        model.textProperty().set("half a thought");
        model.edit(quoted(0));
        assertEquals("tommorow", model.textProperty().get());
        model.textProperty().set("tomorrow");
        assertFalse(model.isUnsaved(), "another wording is no draft");
        model.send();
        assertTrue(
                device.asked().contains("edit " + SampleLife.RELEASE + " 2 tomorrow"),
                device.asked().toString());
        assertEquals("half a thought", model.textProperty().get());
        assertEquals(
                "half a thought",
                device.conversation(SampleLife.RELEASE).orElseThrow().draft().text());
        assertEquals(0, sent, "no message was sent");
    }

    @Test
    void leavingDropsAWordingAndKeepsTheDraft() {
        device.draft(SampleLife.RELEASE, Draft.NONE);
        var pin = model.open();
        model.textProperty().set("half a thought");
        model.edit(quoted(0));
        model.textProperty().set("something else");
        pin.close();
        assertEquals(
                "half a thought",
                device.conversation(SampleLife.RELEASE).orElseThrow().draft().text());
    }

    @Test
    void draftOfAnotherDeviceWaitsUntilTheEditIsDone() {
        opened();
        model.edit(quoted(0));
        device.draft(SampleLife.RELEASE, theirs("their words", ""));
        assertEquals("who writes the notes?", model.textProperty().get());
        model.cancelAim();
        assertEquals("their words", model.textProperty().get());
    }

    @Test
    void membersNamedInTheTextAreMentioned() {
        opened();
        model.textProperty().set("@sam and @ben and @nobody, please");
        model.send();
        assertEquals(
                List.of(SampleLife.SAM, SampleLife.BEN),
                ((EventBody.Message) lastSent().body()).mentions());
    }

    @Test
    void typingIsToldAndEndsWithTheMessage() {
        opened();
        model.textProperty().set("h");
        assertEquals("typing " + SampleLife.RELEASE + " true", typing().getLast());
        model.send();
        assertEquals("typing " + SampleLife.RELEASE + " false", typing().getLast());
    }

    private List<String> typing() {
        return device.asked().stream().filter(ask -> ask.startsWith("typing")).toList();
    }

    @Test
    void whatWasTypedUnderAClaimIsSentUnderIt() {
        device.claim(SampleLife.RELEASE, new Claim("ana", 9));
        opened();
        model.textProperty().set("I answer");
        device.claim(SampleLife.RELEASE, new Claim("ben", 12));
        model.send();
        model.textProperty().set("and as anybody");
        model.send();
        assertEquals(
                List.of("send " + SampleLife.RELEASE + " 1 9", "send " + SampleLife.RELEASE + " 1"),
                sends());
    }

    private long refuse(String text) {
        device.pending(SampleLife.RELEASE, SampleLife.NOW, text, Tick.FAILED, "rate-limited");
        return 1;
    }

    @Test
    void unsentMessageComesBackBelowWhatStandsThere() {
        opened();
        model.textProperty().set("half a line");
        model.rework(refuse("refused"), "refused");
        assertEquals("half a line\nrefused", model.textProperty().get());
        assertEquals(List.of(), device.outbox());
        assertFalse(model.isUnsaved());
    }

    @Test
    void whatIsTypedWhileItComesBackStaysToo() {
        opened();
        delayed = true;
        model.rework(refuse("refused"), "refused");
        model.textProperty().set("typed on");
        model.flush();
        List<Runnable> tasks = List.copyOf(later);
        later.clear();
        delayed = false;
        tasks.forEach(Runnable::run);
        assertEquals("typed on\nrefused", model.textProperty().get());
        assertEquals(
                "typed on\nrefused",
                device.conversation(SampleLife.RELEASE).orElseThrow().draft().text());
    }

    @Test
    void leavingWhileItComesBackLosesNeitherText() {
        device.draft(SampleLife.RELEASE, Draft.NONE);
        Pin open = model.open();
        delayed = true;
        model.rework(refuse("refused"), "refused");
        model.textProperty().set("typed on");
        open.close();
        List.copyOf(later).forEach(Runnable::run);
        assertEquals(
                "typed on\nrefused",
                device.conversation(SampleLife.RELEASE).orElseThrow().draft().text());
    }

    @Test
    void composerThatIsOpenedForItShowsTheTextOnce() {
        device.draft(SampleLife.RELEASE, Draft.NONE);
        long row = refuse("refused");
        delayed = true;
        model.open();
        model.rework(row, "refused");
        for (int i = 0; i < 10 && !later.isEmpty(); i++) {
            List<Runnable> tasks = List.copyOf(later);
            later.clear();
            tasks.forEach(Runnable::run);
        }
        assertEquals("refused", model.textProperty().get());
        assertFalse(model.isUnsaved());
    }
}
