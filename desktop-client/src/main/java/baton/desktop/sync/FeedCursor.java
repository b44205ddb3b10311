package baton.desktop.sync;

import baton.model.Revised;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.rules.RegisterMerge;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Keeps the registers in step with the account's feed: asks from the cursor on until the newest
/// revision is reached, and takes a frame iff it joins on at the cursor, whether asked for or
/// pushed. Whoever writes to a feed pushes what it wrote, so that frames overtake each other: one
/// that comes too early waits for the one before it, and only if that stays away is it asked for.
final class FeedCursor {
    static final String IMPOSSIBLE = "impossible-number";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration REST = Duration.ofSeconds(1);

    /// How long a frame may be overtaken before it counts as lost.
    static final Duration GAP = Duration.ofMillis(50);

    private static final int EARLY_MAX = 32;

    private final Ledger ledger;
    private final Effects effects;

    /// Registers that came with numbers that cannot be true, and of which was told.
    private final Set<String> impossible = new TreeSet<>();

    /// Frames that came too early, by where they join on.
    private final TreeMap<Long, ServerFrame.Feed> early = new TreeMap<>();

    private long newest;
    private long remaining;
    private boolean heard;
    private Instant askAt = Instant.MAX;

    FeedCursor(Ledger ledger, Effects effects) {
        this.ledger = ledger;
        this.effects = effects;
        this.newest = ledger.cursor();
    }

    /// A new connection: the first question also starts the pushes.
    void opened() {
        heard = false;
        early.clear();
        remaining = 0;
        askAt = Instant.MIN;
    }

    /// The registers were forgotten: revisions begin anew.
    void forgotten() {
        newest = ledger.cursor();
        opened();
    }

    /// Takes a frame if it joins on, with those that waited for it, and answers the registers that
    /// took a new value. One with numbers that cannot be true keeps the value that it had:
    /// arithmetic with such numbers would spoil others too. That is told, and never mended here.
    List<Revised> received(Instant at, ServerFrame.Feed feed) {
        boolean isEarly = feed.from() > ledger.cursor();
        heardOf(isEarly ? at.plus(GAP) : at, Math.max(feed.newest(), feed.to()));
        if (isEarly) {
            keep(feed);
            return List.of();
        }
        heard = true;
        if (feed.to() <= ledger.cursor()) {
            askAt = isCaughtUp() ? Instant.MAX : at.plus(REST);
            return List.of();
        }
        List<Revised> changed = new ArrayList<>();
        take(feed, changed);
        while (!early.isEmpty() && early.firstKey() <= ledger.cursor()) {
            ServerFrame.Feed next = early.pollFirstEntry().getValue();
            if (next.to() > ledger.cursor()) {
                take(next, changed);
            }
        }
        askAt = isCaughtUp() ? Instant.MAX : Instant.MIN;
        return changed;
    }

    private void keep(ServerFrame.Feed feed) {
        early.put(feed.from(), feed);
        if (early.size() > EARLY_MAX) {
            early.pollLastEntry();
        }
    }

    private void take(ServerFrame.Feed feed, List<Revised> changed) {
        for (Revised offered : feed.registers()) {
            if (!Sane.is(offered.register())) {
                passOver(offered.register().key());
            } else if (replaces(offered)) {
                ledger.write(new StoreChange.RegisterSet(offered));
                changed.add(offered);
            }
        }
        ledger.write(new StoreChange.CursorSet(feed.to()));
        remaining = Math.max(0, feed.remaining());
    }

    /// A person is told once a run of each.
    private void passOver(String key) {
        if (impossible.add(key)) {
            effects.trouble(IMPOSSIBLE, key);
        }
    }

    private boolean replaces(Revised offered) {
        return ledger.register(offered.register().key())
                .map(held -> RegisterMerge.replaces(held, offered))
                .orElse(true);
    }

    /// The account has come to this revision: whoever has a lower cursor has missed something.
    void heardOf(Instant at, long revision) {
        if (revision > newest) {
            newest = revision;
            if (askAt.equals(Instant.MAX) && !isCaughtUp()) {
                askAt = at;
            }
        }
    }

    /// Whether every register of the account is held, as far as this connection has said.
    boolean isCaughtUp() {
        return heard && ledger.cursor() >= newest;
    }

    /// Registers still to come; exact once the first answer of a connection is here.
    long remaining() {
        return remaining;
    }

    Readings.Feed reading() {
        return new Readings.Feed(ledger.cursor(), newest);
    }

    void pump(Instant at) {
        if (!at.isBefore(askAt)) {
            effects.transmit(new ClientFrame.Sync(ledger.cursor()));
            askAt = at.plus(PATIENCE);
        }
    }

    Instant due() {
        return askAt;
    }
}
