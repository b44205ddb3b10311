package baton.relay.feed;

import baton.model.ConversationId;
import baton.model.Member;
import baton.relay.log.AppendOutcome;
import baton.relay.log.ConversationLog;
import baton.relay.log.LogState;
import baton.relay.node.Nodes;
import baton.relay.node.StoreEpoch;
import baton.relay.node.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the members of a conversation what was appended to it. State: what waits in two bounded
/// queues, and a [Track] for each conversation that is not quiet. One round ([#turn]):
///
/// 1. takes what was appended and pushes the events themselves to all members who are online;
/// 2. for each conversation with something new, at most once per [#INTERVAL]: reads where its log
///    stands, raises every member's head (and info, if title or members changed), which pushes
///    those, and then raises what the log calls announced;
/// 3. lets go of conversations that have been quiet for [#QUIET].
///
/// Why nothing is left untold: step 2 depends on the log alone, never on what was queued, and the
/// log says `announced` only after the registers are durable. Whatever cuts this off (a full queue,
/// the store going away, death) leaves `announced < head` and the conversation among those that its
/// node is announcing, where the sweeper finds it.
///
/// Writing registers takes the store a while, and no event waits for it: a relay runs step 1 on a
/// thread of its own ([#runPushes]), which hands each conversation on to the one of the other two
/// ([#run]). A round does the same in one thread.
///
/// [#appended] and [#resume] may be called by any thread and never block; [#resumeForSure] may be
/// called by any thread and blocks; everything else belongs to the two threads.
public final class HeadAnnouncer {
    /// Members' registers of one conversation are written at most this often. Not longer, since a
    /// device that connects meanwhile takes itself for current and is not.
    public static final Duration INTERVAL = Duration.ofMillis(50);

    /// After this time without news a conversation is let go.
    static final Duration QUIET = Duration.ofSeconds(2);

    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration TIDY_EVERY = Duration.ofMillis(500);
    private static final int QUEUE_MAX = 16_384;
    private static final int STATES_PER_ROUND = 64;
    private static final int ACCOUNTS_PER_WRITE = 256;

    private static final Logger LOG = LoggerFactory.getLogger(HeadAnnouncer.class);

    private final ConversationLog log;
    private final FeedWriter writer;
    private final Announcement announcement;
    private final EventPusher pusher;
    private final StoreEpoch epoch;
    private final Nodes nodes;
    private final InstantSource clock;
    private final ArrayBlockingQueue<Notice> appended = new ArrayBlockingQueue<>(QUEUE_MAX);
    private final ArrayBlockingQueue<ConversationId> pushed = new ArrayBlockingQueue<>(QUEUE_MAX);
    private final Map<ConversationId, Track> tracks = new LinkedHashMap<>();
    private Instant storeBackAt = Instant.MIN;
    private Instant tidiedAt = Instant.MIN;
    private long knownEpoch;

    /// @param stored empty to look at the log only
    record Notice(ConversationId conversation, Optional<AppendOutcome.Stored> stored) {}

    /// @param present members with their names, if these have to be told
    private record Telling(LogState state, List<Member> present) {}

    /// What is known of a conversation that is not quiet.
    private static final class Track {
        private boolean isDirty;
        private Instant announcedAt = Instant.MIN;
        private long announcedSeq;

        /// Of which nothing is known but that it has to be looked at.
        static Track dirty() {
            Track track = new Track();
            track.isDirty = true;
            return track;
        }
    }

    HeadAnnouncer(
            FeedDesk.Ports ports,
            FeedWriter writer,
            Announcement announcement,
            EventPusher pusher,
            InstantSource clock) {
        this.log = ports.log();
        this.epoch = ports.epoch();
        this.nodes = ports.nodes();
        this.writer = writer;
        this.announcement = announcement;
        this.pusher = pusher;
        this.clock = clock;
    }

    /// Takes an event that has become durable. With a full queue it is not pushed, and its head is
    /// announced later, by the sweeper.
    public void appended(ConversationId conversation, AppendOutcome.Stored stored) {
        appended.offer(new Notice(conversation, Optional.of(stored)));
    }

    /// Announces conversations as far as they need it.
    public void resume(Collection<ConversationId> conversations) {
        conversations.forEach(id -> appended.offer(new Notice(id, Optional.empty())));
    }

    /// Announces conversations as far as they need it, even if this node dies at once: for what
    /// nobody would ask for again. Blocks, and throws [baton.relay.node.StoreUnavailableException].
    public void resumeForSure(Collection<ConversationId> conversations) {
        if (!conversations.isEmpty()) {
            nodes.adopt(conversations);
            resume(conversations);
        }
    }

    /// Pushes without end, until the thread is interrupted.
    public void runPushes() throws InterruptedException {
        List<Notice> taken = new ArrayList<>();
        while (!Thread.currentThread().isInterrupted()) {
            taken.add(appended.take());
            appended.drainTo(taken);
            try {
                pusher.push(taken);
            } catch (StoreUnavailableException e) {
                LOG.warn("events are not pushed, their heads will be: {}", e.getMessage());
            }
            // With a full queue the sweeper finds it, as everything that is not announced.
            taken.stream().map(Notice::conversation).distinct().forEach(pushed::offer);
            taken.clear();
        }
    }

    /// Announces without end, until the thread is interrupted.
    public void run() throws InterruptedException {
        List<ConversationId> taken = new ArrayList<>();
        Duration patience = Duration.ZERO;
        while (!Thread.currentThread().isInterrupted()) {
            ConversationId first = pushed.poll(patience.toMillis() + 1, TimeUnit.MILLISECONDS);
            if (first != null) {
                taken.add(first);
            }
            pushed.drainTo(taken);
            taken.forEach(conversation -> track(conversation).isDirty = true);
            patience = round(List.of());
            taken.clear();
        }
    }

    /// One round, without waiting for anything but the store.
    ///
    /// @return when the next one is due, if nothing new arrives
    public Duration turn() {
        List<Notice> taken = new ArrayList<>();
        appended.drainTo(taken);
        taken.forEach(notice -> track(notice.conversation()).isDirty = true);
        return round(taken);
    }

    private Duration round(List<Notice> toPush) {
        Instant now = clock.instant();
        if (now.isBefore(storeBackAt)) {
            return Duration.between(now, storeBackAt);
        }
        try {
            forgetAnotherPast();
            pusher.push(toPush);
            announce(due(now), now);
            letGo(now);
        } catch (StoreUnavailableException e) {
            LOG.warn("heads are announced when the store is back: {}", e.getMessage());
            storeBackAt = now.plus(RETRY);
            return RETRY;
        }
        return untilNext(clock.instant());
    }

    /// A store that went back has other members and another head than it had.
    private void forgetAnotherPast() {
        if (knownEpoch != epoch.current()) {
            knownEpoch = epoch.current();
            tracks.keySet().forEach(conversation -> tracks.put(conversation, Track.dirty()));
            pusher.forgetAll();
        }
    }

    private Track track(ConversationId conversation) {
        return tracks.computeIfAbsent(conversation, _ -> new Track());
    }

    /// Whoever waits longest comes first: a round takes not all of them, and those that it took may
    /// be due again before the next.
    private List<ConversationId> due(Instant now) {
        return tracks.entrySet().stream()
                .filter(entry -> entry.getValue().isDirty)
                .filter(entry -> !entry.getValue().announcedAt.plus(INTERVAL).isAfter(now))
                .sorted(Comparator.comparing(entry -> entry.getValue().announcedAt))
                .map(Map.Entry::getKey)
                .limit(STATES_PER_ROUND)
                .toList();
    }

    private void announce(List<ConversationId> due, Instant now) {
        if (due.isEmpty()) {
            return;
        }
        List<LogState> states = log.states(due);
        List<Telling> tellings =
                states.stream()
                        .filter(LogState::isToAnnounce)
                        .map(state -> new Telling(state, announcement.present(state)))
                        .toList();
        List<AccountChanges> changes =
                tellings.stream()
                        .flatMap(told -> announcement.of(told.state(), told.present()).stream())
                        .toList();
        for (int from = 0; from < changes.size(); from += ACCOUNTS_PER_WRITE) {
            int to = Math.min(changes.size(), from + ACCOUNTS_PER_WRITE);
            writer.write(changes.subList(from, to));
        }
        List<ConversationId> outdated =
                tellings.stream()
                        .filter(told ->
                                announcement.isRenamedMeanwhile(told.state(), told.present()))
                        .map(told -> told.state().conversation())
                        .toList();
        if (!outdated.isEmpty()) {
            log.retell(outdated);
        }
        if (!tellings.isEmpty()) {
            log.announced(tellings.stream().map(Telling::state).toList());
        }
        due.forEach(conversation -> {
            track(conversation).isDirty = outdated.contains(conversation);
            track(conversation).announcedAt = now;
        });
        for (LogState state : states) {
            Track track = track(state.conversation());
            track.announcedSeq = state.head();
            pusher.learn(state);
        }
    }

    private void letGo(Instant now) {
        if (now.isBefore(tidiedAt.plus(TIDY_EVERY))) {
            return;
        }
        tidiedAt = now;
        tracks.entrySet()
                .removeIf(entry -> {
                    Track track = entry.getValue();
                    boolean isQuiet = !track.isDirty && !track.announcedAt.plus(QUIET).isAfter(now);
                    if (isQuiet) {
                        log.settled(entry.getKey(), track.announcedSeq);
                        pusher.forget(entry.getKey());
                    }
                    return isQuiet;
                });
    }

    private Duration untilNext(Instant now) {
        Instant next =
                tracks.values().stream()
                        .filter(track -> track.isDirty)
                        .map(track -> track.announcedAt.plus(INTERVAL))
                        .min(Instant::compareTo)
                        .orElse(now.plus(TIDY_EVERY));
        return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
    }
}
