package baton.desktop.ui.composer;

import baton.desktop.runtime.Hint;
import baton.desktop.runtime.Intents.Outcome;
import baton.desktop.runtime.Intents.Outgoing;
import baton.desktop.runtime.Pin;
import baton.desktop.store.ConversationRow;
import baton.desktop.ui.common.Mentions;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Quoted;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.notices.Notice;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.Member;
import baton.model.Refusal;
import baton.model.Target;
import baton.rules.DraftText;
import baton.rules.SendGate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The composer of one conversation. FX thread; made when the conversation is opened.
///
/// Two rules keep text from being lost. A message leaves the composer only when the device says
/// that it is stored. And another device's draft replaces the text only if that text is the one
/// last agreed ([#agreed]) and nobody is typing; otherwise it is offered.
public final class ComposerViewModel {
    /// Who typed within this time is still at it.
    private static final Duration TYPING = Duration.ofSeconds(5);

    private final ConversationId id;
    private final UiContext context;
    private final LongSupplier shownUpTo;
    private final Runnable sent;
    private final ComposerWords words;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper counter = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper origin = new ReadOnlyStringWrapper("");
    private final StringProperty kept = new SimpleStringProperty("");
    private final StringProperty offered = new SimpleStringProperty("");
    private final BooleanProperty left = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Aim> aim = new ReadOnlyObjectWrapper<>(Aim.SAY);
    private List<Member> others = List.of();
    private String aside = "";
    private Optional<Reworking> reworking = Optional.empty();
    private boolean typed;
    private final HeldClaim claim = new HeldClaim();
    private String agreed = "";
    private Instant typedAt = Instant.EPOCH;
    private boolean loaded;
    private boolean sending;
    private boolean adopting;

    /// @param shownUpTo newest seq that the timeline has shown
    /// @param sent told after a message was stored
    ComposerViewModel(ConversationId id, UiContext context, LongSupplier shownUpTo, Runnable sent) {
        this.id = id;
        this.context = context;
        this.shownUpTo = shownUpTo;
        this.sent = sent;
        this.words = new ComposerWords(context.texts(), context.times());
        text.addListener((observed, was, now) -> onText(now));
    }

    Pin open() {
        Pins pins = new Pins();
        Reads.Lane lane = context.reads().lane();
        pins.add(lane);
        pins.add(context.hints().listen(hint -> onHint(lane, hint)));
        lane.read(() -> context.store().conversation(id), this::onRow);
        pins.add(this::leave);
        return pins;
    }

    private void onHint(Reads.Lane lane, Hint hint) {
        if (hint instanceof Hint.Conversation(ConversationId changed) && changed.equals(id)) {
            lane.read(() -> context.store().conversation(id), this::onRow);
        }
    }

    /// A wording that was begun and not sent is dropped, a draft is kept.
    private void leave() {
        if (aim.get().isEdit()) {
            cancelAim();
        }
        reworking.ifPresent(back -> text.set(back.leftBehind(text.get())));
        reworking = Optional.empty();
        flush();
        context.intents().typing(id, false);
    }

    private void onRow(Optional<ConversationRow> row) {
        row.ifPresent(known -> {
            left.set(known.left());
            claim.follow(known.terms().claim(), context.me().account(), typed);
            others =
                    known.members().stream()
                            .filter(member -> !member.account().equals(context.me().account()))
                            .toList();
        });
        onDraft(row.map(ConversationRow::draft).orElse(ConversationRow.Draft.NONE));
        loaded = true;
    }

    private void onDraft(ConversationRow.Draft draft) {
        kept.set(draft.keptText());
        if (reworking.isPresent()) {
            // The store may be read before or after the text has come back to it.
            return;
        }
        if (aim.get().isEdit()) {
            // What stands here is another message's text; the draft comes back after it.
            agreed = draft.text();
            aside = draft.text();
        } else if (draft.text().equals(text.get())) {
            agreed = draft.text();
            offered.set("");
            origin.set(words.origin(draft));
        } else if (!loaded && text.get().isEmpty()) {
            adopt(draft);
        } else if (draft.here()) {
            // An older text of this very device, on its way; what is typed is newer.
            offered.set("");
        } else if (text.get().equals(agreed) && !isTyping()) {
            adopt(draft);
        } else {
            offered.set(draft.text());
            origin.set(words.origin(draft));
        }
    }

    private void adopt(ConversationRow.Draft draft) {
        agreed = draft.text();
        offered.set("");
        replace(draft.text());
        origin.set(words.origin(draft));
    }

    private boolean isTyping() {
        return typedAt.plus(TYPING).isAfter(context.times().now());
    }

    /// Changes the text without counting as typing.
    private void replace(String next) {
        adopting = true;
        text.set(next);
        adopting = false;
        typed = false;
    }

    private void onText(String now) {
        problem.set("");
        counter.set(words.counter(now.length()));
        if (!adopting) {
            typed = !now.isBlank();
            typedAt = context.times().now();
            origin.set("");
            context.intents().typing(id, !now.isBlank());
        }
    }

    /// Whether there is text that the store does not have yet.
    boolean isUnsaved() {
        return !text.get().equals(agreed) && !sending && reworking.isEmpty() && !aim.get().isEdit();
    }

    /// Stores the draft if it changed; called a moment after the last key and before leaving.
    void flush() {
        if (isUnsaved()) {
            agreed = text.get();
            context.intents().saveDraft(id, agreed);
        }
    }

    /// Sends the text, or says why not. Blank text is nothing to send and nothing to complain
    /// about.
    public void send() {
        String message = text.get();
        if (message.isBlank() || sending) {
            return;
        }
        List<AccountId> mentions =
                Mentions.of(message, others.stream().map(Member::account).toList());
        Target target = aim.get().message().target();
        Optional<Refusal> refusal =
                SendGate.refusalOf(id, new EventBody.Message(message, Target.NONE, mentions));
        if (refusal.isPresent()) {
            complain(refusal.get().code());
            return;
        }
        sending = true;
        Consumer<Outcome> done = outcome -> context.ui().execute(() -> onOutcome(message, outcome));
        if (aim.get().isEdit()) {
            context.intents().edit(id, target, message, mentions, done);
        } else {
            Outgoing outgoing =
                    new Outgoing(message, shownUpTo.getAsLong(), target, mentions, claim.epoch());
            context.intents().send(id, outgoing, done);
        }
    }

    /// Says that something could not be done.
    void complain(String code) {
        problem.set(Notice.of(code, context.texts()).brief(context.texts()));
    }

    private void onOutcome(String message, Outcome outcome) {
        sending = false;
        switch (outcome) {
            case Outcome.Stored() -> {
                // The person may have typed on meanwhile.
                String now = text.get();
                String more = now.startsWith(message) ? now.substring(message.length()) : now;
                boolean wasEdit = aim.get().isEdit();
                agreed = wasEdit ? agreed : "";
                aim.set(Aim.SAY);
                replace(wasEdit ? aside : more);
                claim.sent();
                origin.set("");
                typedAt = Instant.EPOCH;
                context.intents().typing(id, false);
                if (!wasEdit) {
                    sent.run();
                }
            }
            case Outcome.Rejected(String code) -> complain(code);
        }
        // The conversation may have been left meanwhile: what still stands here must not go with
        // it.
        flush();
    }

    /// Takes a message that was not sent back into the composer, below what stands here.
    ///
    /// The device does both in one transaction: it puts the text into the draft and deletes the
    /// row. Until that draft is read, nothing is saved over it.
    ///
    /// @param words what the message says
    void rework(long clientSeq, String words) {
        cancelEdit();
        flush();
        Reworking back = new Reworking(text.get(), words);
        reworking = Optional.of(back);
        Reads.Lane lane = context.reads().lane();
        context.intents()
                .rework(
                        id,
                        clientSeq,
                        outcome -> context.ui().execute(() -> onTakenBack(lane, back, outcome)));
    }

    private void onTakenBack(Reads.Lane lane, Reworking back, Outcome outcome) {
        switch (outcome) {
            case Outcome.Stored() ->
                    lane.read(() -> context.store().conversation(id), row -> onCameBack(back, row));
            case Outcome.Rejected(String code) -> {
                endRework(back);
                complain(code);
                flush();
            }
        }
    }

    private void onCameBack(Reworking back, Optional<ConversationRow> row) {
        if (!endRework(back)) {
            return;
        }
        String stored = row.map(ConversationRow::draft).map(ConversationRow.Draft::text).orElse("");
        agreed = stored;
        String next = back.joined(text.get(), stored);
        if (next.equals(stored)) {
            replace(stored);
        } else {
            text.set(next);
        }
        flush();
    }

    /// @return false if it is over already, because the conversation was left
    private boolean endRework(Reworking back) {
        boolean isOpen = reworking.filter(back::equals).isPresent();
        reworking = isOpen ? Optional.empty() : reworking;
        return isOpen;
    }

    /// What is written from here on answers a message.
    void reply(Quoted message) {
        cancelEdit();
        aim.set(Aim.reply(message));
    }

    /// The message's text stands here to be changed; what stood here comes back afterwards.
    void edit(Quoted message) {
        if (!aim.get().isEdit()) {
            flush();
            aside = text.get();
        }
        aim.set(Aim.edit(message));
        replace(message.text());
    }

    private void cancelEdit() {
        if (aim.get().isEdit()) {
            cancelAim();
        }
    }

    /// It becomes a message of its own again.
    void cancelAim() {
        boolean wasEdit = aim.get().isEdit();
        aim.set(Aim.SAY);
        if (wasEdit) {
            replace(aside);
        }
    }

    /// Whom `@` and some letters before the caret may mean; empty if nobody.
    Optional<MentionCompletion> completionAt(int caret) {
        return MentionCompletion.at(text.get(), caret, others);
    }

    /// The kept text comes back, below what stands there, and goes once the draft has it.
    void restoreKept() {
        if (sending || reworking.isPresent()) {
            return;
        }
        cancelEdit();
        text.set(DraftText.below(text.get(), kept.get()));
        flush();
        dismissKept();
    }

    void dismissKept() {
        kept.set("");
        context.intents().dismissDraftCopy(id);
    }

    /// Takes the other device's draft instead of the text here.
    void takeOffered() {
        String theirs = offered.get();
        offered.set("");
        text.set(theirs);
        agreed = theirs;
    }

    /// What the text will be.
    ReadOnlyObjectProperty<Aim> aimProperty() {
        return aim.getReadOnlyProperty();
    }

    public StringProperty textProperty() {
        return text;
    }

    /// `7,612 of 8,000` near the limit, else empty.
    public ReadOnlyStringProperty counterProperty() {
        return counter.getReadOnlyProperty();
    }

    /// Why the last try did not send; empty if it did.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// `Draft from Laptop, 10:31`, or empty.
    public ReadOnlyStringProperty originProperty() {
        return origin.getReadOnlyProperty();
    }

    /// Text of this device that lost against another one's; empty for none.
    public StringProperty keptProperty() {
        return kept;
    }

    /// Another device's draft that did not replace the text here; empty for none.
    public StringProperty offeredProperty() {
        return offered;
    }

    /// Whether the account is no longer a member and cannot write here.
    public BooleanProperty leftProperty() {
        return left;
    }
}
