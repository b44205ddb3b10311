package baton.desktop.runtime;

import baton.desktop.runtime.Intents.Outcome;
import baton.desktop.store.Store;
import baton.desktop.store.StoreException;
import baton.desktop.sync.StoreChange;
import baton.desktop.sync.StoreQuestion;
import baton.desktop.sync.StoreSnapshot;
import baton.desktop.sync.SyncEffect;
import baton.desktop.sync.SyncEngine;
import baton.desktop.sync.SyncInput;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One turn of the sync loop: inputs to the engine, one commit, and only then everything else. That
/// nothing leaves before it is stored is decided here, not in the engine.
///
/// 1. Each input steps the engine; the effects are collected.
/// 2. All changes are committed in one transaction.
/// 3. Frames, connections and the timer go out in order, then hints, then the outcomes.
/// 4. If 1 or 2 fails, nothing goes out: the inputs are rejected, the connection ends, and the next
///    engine is built from the store, after a pause.
///
/// Confined to one thread.
public final class Turn {
    /// Inputs of one turn at most.
    public static final int INPUTS_MAX = 256;

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final String UNEXPECTED = "unexpected";
    private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

    private final Store store;
    private final Outlet outlet;
    private final InstantSource clock;
    private final Function<StoreSnapshot, SyncEngine> engines;
    private final List<SyncInput> first = new ArrayList<>();
    private Engine engine = new Engine.Absent(Instant.MIN, StoreException.STORE_FAILED);

    private sealed interface Engine {
        record Ready(SyncEngine engine) implements Engine {}

        /// @param until when to try again to build one
        record Absent(Instant until, String code) implements Engine {}
    }

    /// Something that happened, and who wants to know what became of it.
    ///
    /// @param inputs made from the store when their turn has come, on the thread of the turn
    /// @param outcome if they are committed
    public record Entry(
            Function<Store, List<SyncInput>> inputs, Outcome outcome, Consumer<Outcome> done) {

        /// An input that nobody waits for.
        public static Entry of(SyncInput input) {
            return new Entry(store -> List.of(input), new Outcome.Stored(), outcome -> {});
        }
    }

    /// @param clock never goes back
    /// @param engines builds an engine from what is stored
    public Turn(
            Store store,
            Outlet outlet,
            InstantSource clock,
            Function<StoreSnapshot, SyncEngine> engines) {
        this.store = store;
        this.outlet = outlet;
        this.clock = clock;
        this.engines = engines;
    }

    /// @param entries in order, at most [#INPUTS_MAX]
    /// @param backlog how many more wait
    public void run(List<Entry> entries, int backlog) {
        Instant at = clock.instant();
        revive(at);
        switch (engine) {
            case Engine.Ready ready -> run(at, ready.engine(), entries, backlog);
            case Engine.Absent absent -> {
                reject(entries, absent.code());
                outlet.wakeAt(absent.until());
            }
        }
    }

    private void revive(Instant at) {
        if (engine instanceof Engine.Absent absent && !at.isBefore(absent.until())) {
            try {
                engine = new Engine.Ready(engines.apply(store.load()));
            } catch (StoreException e) {
                LOG.error("The store cannot be read: {}", e.code(), e);
                engine = new Engine.Absent(at.plus(PAUSE), e.code());
            }
        }
    }

    private void run(Instant at, SyncEngine ready, List<Entry> entries, int backlog) {
        List<SyncEffect> effects = new ArrayList<>();
        List<StoreChange> changes = new ArrayList<>();
        try {
            for (SyncInput input : first) {
                effects.addAll(ready.on(at, input));
            }
            first.clear();
            for (Entry entry : entries) {
                for (SyncInput input : entry.inputs().apply(store)) {
                    effects.addAll(ready.on(at, input));
                }
            }
            for (SyncEffect effect : effects) {
                if (effect instanceof SyncEffect.Commit(StoreChange change)) {
                    changes.add(change);
                }
            }
            commit(changes, backlog);
        } catch (StoreException e) {
            LOG.error("A turn was not stored: {}", e.code(), e);
            fail(at, e.code(), entries);
            return;
        } catch (RuntimeException e) {
            LOG.error("A turn failed", e);
            fail(at, UNEXPECTED, entries);
            return;
        }
        try {
            effects.forEach(this::release);
            if (effects.stream().anyMatch(SyncEffect.Ask.class::isInstance)) {
                outlet.wakeAt(at);
            }
            HintsOf.changes(changes).forEach(outlet::hint);
            outlet.standing(ready.standing(at));
            if (outlet.isWatched()) {
                outlet.readings(ready.readings());
            }
        } catch (RuntimeException e) {
            LOG.error("Effects were lost after their commit", e);
            fail(at, e instanceof StoreException store ? store.code() : UNEXPECTED, List.of());
        }
        entries.forEach(entry -> answer(entry, entry.outcome()));
    }

    private void commit(List<StoreChange> changes, int backlog) {
        if (changes.isEmpty()) {
            return;
        }
        Instant before = clock.instant();
        store.commit(changes);
        Duration took = Duration.between(before, clock.instant());
        first.add(new SyncInput.Committed(took, backlog));
    }

    private void release(SyncEffect effect) {
        switch (effect) {
            case SyncEffect.Commit committed -> {}
            case SyncEffect.Transmit(var connection, var frame) ->
                    outlet.transmit(connection, frame);
            case SyncEffect.Connect(var connection) -> outlet.connect(connection);
            case SyncEffect.Disconnect(var connection, var code) -> {
                LOG.info("Connection given up: {}", code);
                outlet.disconnect(connection);
            }
            case SyncEffect.Wake(var at) -> outlet.wakeAt(at);
            case SyncEffect.Trouble(var code, var about) -> {
                LOG.warn("Trouble: {}, {}", code, about);
                outlet.hint(new Hint.Trouble(code));
            }
            case SyncEffect.Typing(var conversation, var who) ->
                    outlet.hint(new Hint.Typing(conversation, who));
            case SyncEffect.Presence(var account, var online, var seenAt) ->
                    outlet.hint(new Hint.Presence(account, online, seenAt));
            case SyncEffect.Ask(var question) -> first.add(answer(question));
        }
    }

    private SyncInput answer(StoreQuestion question) {
        return switch (question) {
            case StoreQuestion.Aside(var conversation) ->
                    new SyncInput.AsideRead(conversation, store.aside(conversation));
            case StoreQuestion.Places(var conversation, var from, var to) ->
                    new SyncInput.PlacesRead(
                            conversation, from, to, store.places(conversation, from, to));
            case StoreQuestion.Unread(var conversation, var after, var upTo) ->
                    new SyncInput.Recounted(
                            conversation, after, upTo, store.recount(conversation, after, upTo));
        };
    }

    private void fail(Instant at, String code, List<Entry> entries) {
        first.clear();
        first.add(new SyncInput.Paused(code, PAUSE));
        engine = new Engine.Absent(at, code);
        outlet.disconnectAll();
        outlet.wakeAt(at);
        outlet.hint(new Hint.Trouble(code));
        reject(entries, code);
    }

    private static void reject(List<Entry> entries, String code) {
        for (Entry entry : entries) {
            boolean refused = entry.outcome() instanceof Outcome.Rejected;
            answer(entry, refused ? entry.outcome() : new Outcome.Rejected(code));
        }
    }

    private static void answer(Entry entry, Outcome outcome) {
        try {
            entry.done().accept(outcome);
        } catch (RuntimeException e) {
            LOG.error("Whoever asked failed at the answer {}", outcome, e);
        }
    }
}
