package baton.desktop.ui;

import baton.desktop.runtime.Hint;
import baton.desktop.runtime.Intents;
import baton.desktop.store.ConversationRow;
import baton.desktop.store.Tick;
import baton.desktop.store.TimelineRow;
import baton.model.AccountId;
import baton.model.Claim;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.Target;
import baton.rules.DraftText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What a window asks of a [SampleDevice]. Every intent is noted, then carried out as the real
/// device does it. Any thread.
final class SampleIntents implements Intents {
    private final SampleDevice device;
    private volatile boolean frozen;
    private volatile Outcome answer = new Outcome.Stored();

    SampleIntents(SampleDevice device) {
        this.device = device;
    }

    void freeze() {
        frozen = true;
    }

    void answerSends(Outcome outcome) {
        answer = outcome;
    }

    private void note(String verb, Object... what) {
        StringBuilder line = new StringBuilder(verb);
        for (Object each : what) {
            line.append(' ').append(each);
        }
        device.asked().add(line.toString());
    }

    private void say(ConversationId id, EventBody body, Consumer<Outcome> done) {
        device.arrive(id, SampleDevice.ANA, device.now(), body);
        done.accept(new Outcome.Stored());
    }

    @Override
    public void send(ConversationId conversation, Outgoing message, Consumer<Outcome> done) {
        String claim = message.claim() == 0 ? "" : " " + message.claim();
        note("send", conversation, message.shownUpTo() + claim);
        Outcome outcome = answer;
        if (outcome instanceof Outcome.Stored) {
            synchronized (device) {
                device.of(conversation).draft = ConversationRow.Draft.NONE;
            }
            EventBody body =
                    new EventBody.Message(message.text(), message.reply(), message.mentions());
            device.pending(conversation, device.now(), body, Tick.WAITING, "", message.shownUpTo());
        }
        done.accept(outcome);
    }

    @Override
    public void edit(
            ConversationId conversation,
            Target target,
            String text,
            List<AccountId> mentions,
            Consumer<Outcome> done) {
        note("edit", conversation, target.seq(), text);
        say(conversation, new EventBody.Edited(target, text, mentions), done);
    }

    @Override
    public void recall(ConversationId conversation, Target target, Consumer<Outcome> done) {
        note("recall", conversation, target.seq());
        say(conversation, new EventBody.Recalled(target), done);
    }

    @Override
    public void react(
            ConversationId conversation,
            Target target,
            String emoji,
            boolean on,
            Consumer<Outcome> done) {
        note("react", conversation, target.seq(), emoji, on);
        say(conversation, new EventBody.Reacted(target, emoji, on), done);
    }

    @Override
    public void guard(ConversationId conversation, boolean on, Consumer<Outcome> done) {
        note("guard", conversation, on);
        device.guard(conversation, on);
        say(conversation, new EventBody.Guarded(on), done);
    }

    @Override
    public void claim(ConversationId conversation, boolean force, Consumer<Outcome> done) {
        note("claim", conversation, force);
        device.claim(conversation, new Claim(SampleDevice.ANA.handle(), 1));
        say(conversation, new EventBody.Claimed(force), done);
    }

    @Override
    public void release(ConversationId conversation, Consumer<Outcome> done) {
        note("release", conversation);
        device.claim(conversation, Claim.NONE);
        say(conversation, new EventBody.Released(), done);
    }

    @Override
    public ConversationId createGroup(
            String title, List<AccountId> members, Consumer<Outcome> done) {
        note("createGroup", title, members);
        ConversationId id =
                ConversationId.group("sample0000000000" + device.conversations().size());
        List<AccountId> all = new ArrayList<>(members);
        all.addFirst(SampleDevice.ANA);
        device.open(id, title, all);
        say(id, new EventBody.Created(title, all), done);
        return id;
    }

    @Override
    public void invite(ConversationId conversation, AccountId account, Consumer<Outcome> done) {
        note("invite", conversation, account);
        say(conversation, new EventBody.Invited(account), done);
    }

    @Override
    public void leave(ConversationId conversation, Consumer<Outcome> done) {
        note("leave", conversation);
        synchronized (device) {
            device.of(conversation).left = true;
        }
        say(conversation, new EventBody.Left(), done);
    }

    @Override
    public void rename(ConversationId conversation, String title, Consumer<Outcome> done) {
        note("rename", conversation, title);
        say(conversation, new EventBody.Titled(title), done);
    }

    @Override
    public void markRead(ConversationId conversation, long seq) {
        note("markRead", conversation, seq);
        if (frozen) {
            return;
        }
        synchronized (device) {
            SampleConversation known = device.of(conversation);
            known.readSeq = Math.max(known.readSeq, seq);
        }
        device.tell(new Hint.Conversation(conversation));
    }

    @Override
    public void markUnread(ConversationId conversation, long seq) {
        note("markUnread", conversation, seq);
        device.readElsewhere(conversation, seq - 1);
    }

    @Override
    public void markAllRead() {
        note("markAllRead");
        device.conversations().forEach(row -> device.readElsewhere(row.id(), row.head()));
    }

    @Override
    public void set(String name, String scope, String value) {
        note("set", name, scope, value);
        device.set(name, scope, value);
    }

    @Override
    public void typing(ConversationId conversation, boolean on) {
        note("typing", conversation, on);
    }

    @Override
    public void watch(List<AccountId> accounts) {
        note("watch", accounts);
    }

    @Override
    public void saveDraft(ConversationId conversation, String text) {
        note("saveDraft", conversation, text);
        synchronized (device) {
            String kept = device.of(conversation).draft.keptText();
            device.of(conversation).draft =
                    new ConversationRow.Draft(text, true, "Desk-1", device.now(), kept);
        }
        device.tell(new Hint.Conversation(conversation));
    }

    @Override
    public void dismissDraftCopy(ConversationId conversation) {
        note("dismissDraftCopy", conversation);
        synchronized (device) {
            ConversationRow.Draft d = device.of(conversation).draft;
            device.of(conversation).draft =
                    new ConversationRow.Draft(d.text(), d.here(), d.deviceName(), d.at(), "");
        }
        device.tell(new Hint.Conversation(conversation));
    }

    @Override
    public void retry(ConversationId conversation, long clientSeq, long seen) {
        note("retry", conversation, clientSeq, seen);
        TimelineRow.Pending row = take(conversation, clientSeq);
        device.pending(conversation, device.now(), row.body(), Tick.WAITING, "", seen);
    }

    @Override
    public void discard(ConversationId conversation, long clientSeq) {
        note("discard", conversation, clientSeq);
        take(conversation, clientSeq);
        device.tell(new Hint.Outbox(conversation));
    }

    @Override
    public void rework(ConversationId conversation, long clientSeq, Consumer<Outcome> done) {
        note("rework", conversation, clientSeq);
        EventBody.Message body = (EventBody.Message) take(conversation, clientSeq).body();
        synchronized (device) {
            ConversationRow.Draft before = device.of(conversation).draft;
            device.of(conversation).draft =
                    new ConversationRow.Draft(
                            DraftText.below(before.text(), body.text()),
                            true,
                            "Desk-1",
                            device.now(),
                            before.keptText());
        }
        device.tell(new Hint.Outbox(conversation));
        device.tell(new Hint.Conversation(conversation));
        done.accept(new Outcome.Stored());
    }

    private TimelineRow.Pending take(ConversationId conversation, long clientSeq) {
        synchronized (device) {
            List<TimelineRow.Pending> rows = device.of(conversation).pending;
            TimelineRow.Pending row =
                    rows.stream().filter(r -> r.clientSeq() == clientSeq).findFirst().orElseThrow();
            rows.remove(row);
            return row;
        }
    }

    @Override
    public void view(ConversationId conversation) {
        note("view", conversation);
    }

    @Override
    public void fill(ConversationId conversation, long from, long to) {
        note("fill", conversation, from, to);
    }

    @Override
    public void compact(Consumer<Outcome> done) {
        note("compact");
        done.accept(new Outcome.Stored());
    }

    @Override
    public void fetchHistory(boolean on) {
        note("fetchHistory " + on);
    }

    @Override
    public void connectNow() {
        note("connectNow");
    }
}
