package baton.desktop.runtime;

import baton.desktop.net.Connector;
import baton.desktop.runtime.Turn.Entry;
import baton.desktop.store.Identity;
import baton.desktop.store.Store;
import baton.desktop.store.StoreException;
import baton.desktop.sync.Portions;
import baton.desktop.sync.SyncEngine;
import baton.desktop.sync.SyncInput;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Refusal;
import baton.model.Register;
import baton.model.Target;
import baton.rules.SendGate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The shell around the engine: one thread named `sync` runs [#run] until it is interrupted;
/// everybody else leaves inputs in a bounded queue. A full queue rejects what a person asked, on
/// that person's thread, since `sync` stands still.
public final class SyncLoop implements Intents, Runnable {
    /// The queue is full: the disk has been standing still for a long time.
    static final String BUSY = "store-failed";

    private static final String GROUP_KEY_CHARS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int GROUP_KEY_LENGTH = 20;
    private static final Logger LOG = LoggerFactory.getLogger(SyncLoop.class);

    private final Mailbox mailbox = new Mailbox();
    private final Identity self;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final LoopOutlet outlet;
    private final Turn turn;
    private final Leisure leisure;

    /// What wiring makes for a loop.
    ///
    /// @param steady for the turns; never goes back
    /// @param wall for ids; any thread
    /// @param timer offers a wake-up to the queue and does nothing else
    /// @param random for ids and jitter; any thread
    public record Surroundings(
            InstantSource steady,
            InstantSource wall,
            ScheduledExecutorService timer,
            RandomGenerator random) {}

    public SyncLoop(Store store, Connector connector, Identity self, Surroundings surroundings) {
        this.self = self;
        this.clock = surroundings.wall();
        this.random = surroundings.random();
        this.outlet = new LoopOutlet(mailbox, connector, surroundings);
        this.turn =
                new Turn(
                        store,
                        outlet,
                        surroundings.steady(),
                        snapshot ->
                                new SyncEngine(
                                        self.device(),
                                        self.account(),
                                        snapshot,
                                        Portions.USUAL,
                                        random));
        this.leisure =
                new Leisure(
                        mailbox,
                        store,
                        surroundings.steady(),
                        left -> outlet.hint(new Hint.Search(left)));
    }

    /// What windows listen to.
    public ChangeHints hints() {
        return outlet;
    }

    /// Works until the thread is interrupted.
    @Override
    public void run() {
        outlet.begin();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<Entry> entries = new ArrayList<>(outlet.takeOwn());
                if (entries.isEmpty()) {
                    entries.addAll(leisure.take(Turn.INPUTS_MAX));
                }
                turn.run(entries, mailbox.size());
            }
        } catch (InterruptedException e) {
            LOG.debug("The loop was told to stop");
        } finally {
            outlet.disconnectAll();
        }
    }

    @Override
    public void send(ConversationId conversation, Outgoing message, Consumer<Outcome> done) {
        EventBody body = new EventBody.Message(message.text(), message.reply(), message.mentions());
        compose(conversation, body, message.shownUpTo(), message.claim(), done);
    }

    @Override
    public void edit(
            ConversationId conversation,
            Target target,
            String text,
            List<AccountId> mentions,
            Consumer<Outcome> done) {
        compose(conversation, new EventBody.Edited(target, text, mentions), done);
    }

    @Override
    public void recall(ConversationId conversation, Target target, Consumer<Outcome> done) {
        compose(conversation, new EventBody.Recalled(target), done);
    }

    @Override
    public void react(
            ConversationId conversation,
            Target target,
            String emoji,
            boolean on,
            Consumer<Outcome> done) {
        compose(conversation, new EventBody.Reacted(target, emoji, on), done);
    }

    @Override
    public void guard(ConversationId conversation, boolean on, Consumer<Outcome> done) {
        compose(conversation, new EventBody.Guarded(on), done);
    }

    @Override
    public void claim(ConversationId conversation, boolean force, Consumer<Outcome> done) {
        compose(conversation, new EventBody.Claimed(force), done);
    }

    @Override
    public void release(ConversationId conversation, Consumer<Outcome> done) {
        compose(conversation, new EventBody.Released(), done);
    }

    @Override
    public void rename(ConversationId conversation, String title, Consumer<Outcome> done) {
        compose(conversation, new EventBody.Titled(title), done);
    }

    @Override
    public ConversationId createGroup(
            String title, List<AccountId> members, Consumer<Outcome> done) {
        ConversationId group = ConversationId.group(groupKey());
        List<AccountId> all = new ArrayList<>(members);
        all.remove(self.account());
        all.addFirst(self.account());
        compose(group, new EventBody.Created(title, all), done);
        return group;
    }

    private String groupKey() {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < GROUP_KEY_LENGTH; i++) {
            key.append(GROUP_KEY_CHARS.charAt(random.nextInt(GROUP_KEY_CHARS.length())));
        }
        return key.toString();
    }

    @Override
    public void invite(ConversationId conversation, AccountId account, Consumer<Outcome> done) {
        compose(conversation, new EventBody.Invited(account), done);
    }

    @Override
    public void leave(ConversationId conversation, Consumer<Outcome> done) {
        compose(conversation, new EventBody.Left(), done);
    }

    private void compose(ConversationId conversation, EventBody body, Consumer<Outcome> done) {
        compose(conversation, body, 0, 0, done);
    }

    private void compose(
            ConversationId conversation,
            EventBody body,
            long seen,
            long claim,
            Consumer<Outcome> done) {
        Optional<Refusal> refusal = SendGate.refusalOf(conversation, body);
        if (refusal.isPresent()) {
            Outcome rejected = new Outcome.Rejected(refusal.get().code());
            leave(new Entry(store -> List.of(), rejected, done));
            return;
        }
        MessageId id = MessageId.of(clock.millis(), random.nextLong(), random.nextLong());
        ask(
                store ->
                        new SyncInput.Compose(
                                conversation,
                                id,
                                body,
                                seen,
                                store.tallyAt(conversation, seen),
                                claim),
                done);
    }

    @Override
    public void markRead(ConversationId conversation, long seq) {
        ask(
                store ->
                        new SyncInput.MarkRead(conversation, seq, store.tallyAt(conversation, seq)),
                outcome -> {});
    }

    @Override
    public void markUnread(ConversationId conversation, long seq) {
        ask(
                store ->
                        new SyncInput.MarkUnread(
                                conversation, seq, store.tallyAt(conversation, seq - 1)),
                outcome -> {});
    }

    @Override
    public void markAllRead() {
        tell(new SyncInput.MarkAllRead());
    }

    @Override
    public void set(String name, String scope, String value) {
        tell(new SyncInput.Set(new Register.Setting(name, scope, value)));
    }

    @Override
    public void typing(ConversationId conversation, boolean on) {
        tell(new SyncInput.Typing(conversation, on));
    }

    @Override
    public void watch(List<AccountId> accounts) {
        tell(new SyncInput.Watch(accounts));
    }

    @Override
    public void saveDraft(ConversationId conversation, String text) {
        tell(new SyncInput.SaveDraft(conversation, text));
    }

    @Override
    public void dismissDraftCopy(ConversationId conversation) {
        tell(new SyncInput.DismissDraftCopy(conversation));
    }

    @Override
    public void retry(ConversationId conversation, long clientSeq, long seen) {
        tell(new SyncInput.Retry(conversation, clientSeq, seen));
    }

    @Override
    public void discard(ConversationId conversation, long clientSeq) {
        tell(new SyncInput.Discard(conversation, clientSeq));
    }

    @Override
    public void rework(ConversationId conversation, long clientSeq, Consumer<Outcome> done) {
        ask(store -> new SyncInput.Rework(conversation, clientSeq), done);
    }

    @Override
    public void view(ConversationId conversation) {
        tell(new SyncInput.View(conversation));
    }

    @Override
    public void fill(ConversationId conversation, long from, long to) {
        tell(new SyncInput.Fill(conversation, from, to));
    }

    @Override
    public void fetchHistory(boolean on) {
        tell(new SyncInput.FetchHistory(on));
    }

    @Override
    public void connectNow() {
        tell(new SyncInput.ConnectNow());
    }

    @Override
    public void compact(Consumer<Outcome> done) {
        AtomicReference<Outcome> came = new AtomicReference<>(new Outcome.Stored());
        Entry entry =
                new Entry(
                        store -> {
                            try {
                                store.compact();
                            } catch (StoreException e) {
                                // No reason to refuse what else is asked in this turn.
                                came.set(new Outcome.Rejected(e.code()));
                            }
                            return List.of();
                        },
                        new Outcome.Stored(),
                        outcome ->
                                done.accept(
                                        outcome instanceof Outcome.Rejected
                                                ? outcome
                                                : came.get()));
        leave(entry);
    }

    private void tell(SyncInput input) {
        leave(Entry.of(input));
    }

    private void ask(Function<Store, SyncInput> input, Consumer<Outcome> done) {
        leave(new Entry(store -> List.of(input.apply(store)), new Outcome.Stored(), done));
    }

    private void leave(Entry entry) {
        if (!mailbox.offer(entry)) {
            LOG.error("The queue is full: the sync thread stands still");
            entry.done().accept(new Outcome.Rejected(BUSY));
        }
    }
}
