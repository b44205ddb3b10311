package baton.desktop.sync;

import baton.desktop.sync.Standing.Stretch;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Register;
import baton.model.Revised;
import baton.model.SpanSet;
import baton.protocol.ProtocolVersion;
import baton.protocol.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Turns one input into effects. Owns every decision of a device: connection, outbox, feed, holes,
/// marks, drafts, credit. One thread; no clock, no thread, no I/O, no randomness of its own.
///
/// Structure: [Ledger] is the engine's copy of the store and the only state that survives. Each
/// sub-machine holds what is true of the current run or connection only.
///
/// 1. [#on] lets the input change the state, then *pumps*: every machine transmits what its state
///    and the time call for. Nothing is transmitted by an input alone, so a lost effect is made
///    again.
/// 2. A machine answers when it wants to be pumped next; the least of these is the next
///    [SyncEffect.Wake].
/// 3. Before anything is said or taken, [Reconcile] makes sure that relay and device go by the same
///    epoch of the relay's store.
/// 4. A push is taken iff it continues the newest span, a page iff it was asked for. All else only
///    tells how far a log reaches, and the [Planner] asks.
///
/// Why it may be cut off anywhere: a step changes the ledger by [StoreChange]s alone, the shell
/// commits them before anything leaves, and an engine built from the store begins with "nothing
/// said yet". Network input never throws; an impossible frame is dropped.
public final class SyncEngine {
    static final String LOG_MISMATCH = "log-mismatch";
    private static final Duration REST_AFTER_MISMATCH = Duration.ofSeconds(60);

    private final Effects effects = new Effects();
    private final Ledger ledger;
    private final Line line;
    private final FeedCursor feed;
    private final Outbox outbox;
    private final Planner planner;
    private final Seams seams;
    private final Marks marks;
    private final Drafts drafts;
    private final Credit credit;
    private final Beats beats;
    private final Progress progress;
    private final Reconcile reconcile;
    private final Offers offers;
    private final Adoption adoption;
    private final Settings settings;
    private final Company company;
    private final Audit audit;
    private Instant currentAsOf = Instant.EPOCH;
    private Instant wake = Instant.MAX;

    /// @param random for jitter, connection numbers and the ids of blanks
    public SyncEngine(
            DeviceId self,
            AccountId account,
            StoreSnapshot snapshot,
            Portions portions,
            RandomGenerator random) {
        ledger = new Ledger(snapshot, effects);
        line = new Line(effects, random);
        feed = new FeedCursor(ledger, effects);
        outbox = new Outbox(self, ledger, effects, random);
        planner = new Planner(ledger, effects, portions);
        seams = new Seams(ledger, snapshot.edges());
        marks = new Marks(account, ledger, effects);
        drafts = new Drafts(self, ledger, effects);
        credit = new Credit(effects);
        beats = new Beats(ledger, effects);
        progress = new Progress(ledger);
        reconcile = new Reconcile(ledger, effects);
        offers = outbox.offers();
        offers.begin(snapshot.aside());
        settings = new Settings(ledger, effects);
        adoption = new Adoption(ledger, seams, outbox, marks, drafts, settings);
        company = new Company(effects);
        audit = new Audit(ledger, seams, effects);
    }

    /// @param at never earlier than in the call before
    public List<SyncEffect> on(Instant at, SyncInput input) {
        step(at, input);
        pump(at);
        return effects.take();
    }

    private void step(Instant at, SyncInput input) {
        switch (input) {
            case SyncInput.Compose compose -> compose(at, compose);
            case SyncInput.MarkRead mark -> {
                marks.markRead(mark.conversation(), mark.seq(), mark.atSeq());
                planner.touch(mark.conversation());
            }
            case SyncInput.MarkUnread mark -> {
                marks.markUnread(mark.conversation(), mark.seq(), mark.before());
                planner.touch(mark.conversation());
            }
            case SyncInput.SaveDraft save -> drafts.save(at, save.conversation(), save.text());
            case SyncInput.DismissDraftCopy dismiss ->
                    ledger.write(new StoreChange.DraftCopyRemoved(dismiss.conversation()));
            case SyncInput.Retry retry -> outbox.retry(at, retry);
            case SyncInput.Discard discard ->
                    outbox.discard(discard.conversation(), discard.clientSeq());
            case SyncInput.Rework rework ->
                    outbox.takeBack(rework.conversation(), rework.clientSeq())
                            .ifPresent(text -> drafts.add(at, rework.conversation(), text));
            case SyncInput.View view -> planner.view(view.conversation());
            case SyncInput.Fill fill -> planner.fill(fill.conversation(), fill.from(), fill.to());
            case SyncInput.ConnectNow now -> line.connectNow(at);
            case SyncInput.FetchHistory fetch -> planner.fetchHistory(fetch.on());
            case SyncInput.Opened opened -> opened(at, opened.connection());
            case SyncInput.Closed closed when line.isCurrent(closed.connection()) ->
                    line.lost(at, closed.code(), closed.retryAfterMillis());
            case SyncInput.Received received
                    when line.isCurrent(received.connection()) && line.isOnline() ->
                    received(at, received.frame());
            case SyncInput.Committed committed ->
                    credit.committed(committed.took(), committed.backlog());
            case SyncInput.Paused paused -> line.lost(at, paused.code(), paused.pause().toMillis());
            case SyncInput.MarkAllRead all -> markAllRead();
            case SyncInput.Set set -> settings.set(set.setting());
            case SyncInput.Typing typing ->
                    company.type(at, typing.conversation(), typing.on(), isOpen());
            case SyncInput.Watch watch -> company.watch(watch.accounts());
            case SyncInput.AsideRead read -> offers.read(read);
            case SyncInput.PlacesRead read -> {
                reconcile.read(read);
                compared(at);
            }
            case SyncInput.Recounted recounted -> audit.recounted(recounted);
            case SyncInput.Closed _, SyncInput.Received _ -> {}
            case SyncInput.Woke woke -> wake = Instant.MAX;
        }
    }

    private void markAllRead() {
        marks.markAllRead();
        ledger.conversations().forEach(planner::touch);
    }

    private void compose(Instant at, SyncInput.Compose compose) {
        outbox.compose(at, compose);
        marks.markRead(compose.conversation(), compose.seen(), compose.atSeen());
        if (compose.body() instanceof EventBody.Message) {
            drafts.sent(at, compose.conversation());
        }
    }

    private void opened(Instant at, long connection) {
        if (line.opened(at, connection)) {
            effects.speaks(ProtocolVersion.CURRENT);
            reconcile.opened();
            feed.opened();
            outbox.opened();
            offers.opened();
            settings.opened();
            company.opened();
            audit.opened();
            planner.opened();
            marks.opened();
            drafts.opened();
            credit.opened();
            beats.opened(at);
        }
    }

    private void received(Instant at, ServerFrame frame) {
        beats.heard(at, frame);
        switch (frame) {
            case ServerFrame.Welcome welcome -> {
                effects.speaks(welcome.version());
                reconcile.welcome(welcome.epoch());
                compared(at);
            }
            case ServerFrame.Probed probed -> {
                reconcile.probed(probed);
                compared(at);
            }
            case ServerFrame.Bye bye -> line.drop(at, bye.code(), bye.retryAfterMillis());
            case ServerFrame other when reconcile.isSettled() -> taken(at, other);
            default -> {}
        }
        if (isCurrent()) {
            currentAsOf = at;
        }
    }

    /// What is said under the epoch that this device goes by.
    private void taken(Instant at, ServerFrame frame) {
        switch (frame) {
            case ServerFrame.Feed page -> feed(at, page);
            case ServerFrame.Page page -> page(at, page);
            case ServerFrame.Ack ack when reconcile.isOf(ack.epoch()) -> outbox.acked(ack);
            case ServerFrame.Refused refused -> outbox.refused(at, refused);
            case ServerFrame.Drafted drafted -> drafts.drafted(at, drafted);
            case ServerFrame.Beat beat -> feed.heardOf(at, beat.newest());
            case ServerFrame.Fault fault -> {
                planner.fault(at, fault);
                drafts.fault(at, fault.conversation());
                offers.fault(at, fault.conversation());
            }
            case ServerFrame.Done done -> settings.done(at, done);
            case ServerFrame.Typing typing -> company.heard(at, typing);
            case ServerFrame.Presence presence -> company.heard(presence);
            case ServerFrame.Offered offered -> offers.offered(at, offered);
            case ServerFrame.Audited audited -> audit.audited(audited);
            default -> {}
        }
    }

    /// Adopts the relay's epoch once everything is compared, or cuts what was under suspicion.
    private void compared(Instant at) {
        if (reconcile.isReady()) {
            adopt(at);
        } else if (reconcile.isSettled()) {
            reconcile
                    .takeFound()
                    .forEach((conversation, common) -> {
                        if (adoption.cut(conversation, common)) {
                            planner.resume(conversation);
                        }
                        touch(conversation);
                    });
        }
    }

    private void adopt(Instant at) {
        List<ConversationId> known = ledger.conversations();
        adoption.adopt(at, reconcile.named(), reconcile.takeFound());
        reconcile.settled();
        feed.forgotten();
        planner.forgotten();
        marks.opened();
        drafts.opened();
        outbox.opened();
        known.forEach(this::touch);
    }

    private void feed(Instant at, ServerFrame.Feed page) {
        List<Revised> changed = feed.received(at, page);
        progress.registersTaken(page.registers().size());
        for (Revised value : changed) {
            switch (value.register()) {
                case Register.Head head -> touch(head.conversation());
                case Register.Info info -> {
                    Floors.raise(ledger, info);
                    LateRecalls.apply(ledger, ledger.notable(info.conversation()));
                    planner.resume(info.conversation());
                    touch(info.conversation());
                }
                case Register.Delivered delivered -> marks.touch(delivered.conversation());
                case Register.Read read -> {
                    marks.confirmed(read.conversation());
                    planner.touch(read.conversation());
                }
                case Register.Draft draft -> drafts.settle(at, value);
                case Register.Notable notable -> {
                    LateRecalls.apply(ledger, notable);
                    planner.touch(notable.conversation());
                }
                case Register.Setting _, Register.ReadBy _ -> {}
                case Register.Device _, Register.Unknown _ -> {}
            }
        }
    }

    private void touch(ConversationId conversation) {
        outbox.settle(conversation);
        planner.touch(conversation);
        marks.touch(conversation);
        progress.touch(conversation);
    }

    private void page(Instant at, ServerFrame.Page page) {
        ConversationId conversation = page.conversation();
        if (page.push()) {
            credit.received(page.events().size());
        }
        if (!reconcile.isOf(page.epoch())) {
            return;
        }
        planner.heardHead(conversation, page.head());
        if (page.push() ? seams.continuesNewest(page) : planner.answers(at, page)) {
            take(at, page);
        }
        touch(conversation);
    }

    private void take(Instant at, ServerFrame.Page page) {
        ConversationId conversation = page.conversation();
        Optional<SpanSet> joined = seams.joined(page);
        if (joined.isEmpty()) {
            effects.trouble(LOG_MISMATCH, conversation);
            planner.rest(conversation, at.plus(REST_AFTER_MISMATCH));
            reconcile.suspect(conversation);
            return;
        }
        ledger.write(new StoreChange.EventsStored(conversation, page.events()));
        ledger.write(new StoreChange.SpansSet(conversation, joined.get()));
        seams.taken(page, joined.get());
        for (Event event : page.events()) {
            outbox.held(at, conversation, event);
            company.wrote(conversation, event.author());
        }
    }

    private void pump(Instant at) {
        if (line.isOnline() && beats.isSilent(at)) {
            line.drop(at, Line.UNREACHABLE, 0);
        }
        line.pump(at);
        outbox.pump(at, isOpen());
        company.pump(at, isOpen());
        if (line.isOnline()) {
            reconcile.pump(at);
        }
        if (isOpen()) {
            feed.pump(at);
            marks.pump(at);
            if (feed.isCaughtUp()) {
                drafts.pump(at);
            }
            settings.pump(at, feed.isCaughtUp());
            offers.pump(at);
            planner.pump(at);
            credit.pump();
            audit.pump(at, isCurrent() && outbox.waiting() == 0);
        }
        if (line.isOnline() && beats.pump(at, progress.held(), outbox.waiting(), isCurrent())) {
            credit.beat();
            marks.sayReadsAgain();
        }
        Instant due = due();
        if (!due.equals(wake)) {
            wake = due;
            effects.add(new SyncEffect.Wake(due));
        }
    }

    private Instant due() {
        Instant due = Effects.earliest(line.due(), outbox.due(isOpen()), company.due());
        if (line.isOnline()) {
            due = Effects.earliest(due, reconcile.due(), beats.due());
        }
        return isOpen() ? Effects.earlier(due, dueWhenOpen()) : due;
    }

    private Instant dueWhenOpen() {
        Instant due = Effects.earliest(feed.due(), marks.due(), settings.due());
        due = feed.isCaughtUp() ? Effects.earlier(due, drafts.due()) : due;
        return Effects.earliest(due, offers.due(), planner.due(), audit.due());
    }

    /// Whether both sides go by the same epoch, so that everything may be said.
    private boolean isOpen() {
        return line.isOnline() && reconcile.isSettled();
    }

    private boolean isCurrent() {
        return isOpen() && feed.isCaughtUp() && planner.isComplete();
    }

    /// How things stand after the last input.
    public Standing standing(Instant at) {
        return new Standing(
                line.phase(),
                progress.work(at, stretch(), feed.remaining()),
                currentAsOf,
                progress.pending(),
                outbox.waiting());
    }

    /// For whoever looks inside.
    public Readings readings() {
        return new Readings(
                beats.reading(),
                feed.reading(),
                credit.reading(),
                planner.open(),
                outbox.reading());
    }

    private Stretch stretch() {
        if (!line.isOnline() || isCurrent()) {
            return Stretch.IDLE;
        }
        return feed.isCaughtUp() ? planner.stretch() : Stretch.LIST;
    }
}
