package baton.desktop.runtime;

import baton.desktop.runtime.Turn.Entry;
import baton.desktop.store.Store;
import baton.desktop.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the `sync` thread does between two turns: it makes texts findable, in pieces so short that
/// nobody notices the wait. A piece is done when nothing came for a moment; while there is no such
/// moment, as in catching up, one a second. Confined to one thread.
final class Leisure {
    private static final Duration MOMENT = Duration.ofMillis(30);
    private static final Duration SELDOM = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /// A piece takes about so long, whatever disk and processor there are.
    private static final Duration PIECE = Duration.ofMillis(15);

    private static final int LETTERS_MIN = 1_000;
    private static final int LETTERS_MAX = 60_000;
    private static final Logger LOG = LoggerFactory.getLogger(Leisure.class);

    private final Mailbox mailbox;
    private final Store store;
    private final InstantSource clock;
    private final LongConsumer told;
    private int letters = LETTERS_MIN;
    private boolean isDone;
    private long left;
    private Instant next = Instant.MIN;
    private Instant resumed = Instant.MIN;

    /// @param clock never goes back
    /// @param told how many texts are left, after each piece of a longer work
    Leisure(Mailbox mailbox, Store store, InstantSource clock, LongConsumer told) {
        this.mailbox = mailbox;
        this.store = store;
        this.clock = clock;
        this.told = told;
    }

    /// Waits for entries, and works while it waits.
    List<Entry> take(int most) throws InterruptedException {
        isDone = clock.instant().isBefore(resumed);
        while (!isDone) {
            List<Entry> taken = isDue() ? List.of() : mailbox.take(most, MOMENT);
            if (!taken.isEmpty()) {
                return taken;
            }
            work();
        }
        return mailbox.take(most);
    }

    private boolean isDue() {
        return !next.equals(Instant.MIN) && !clock.instant().isBefore(next);
    }

    private void work() {
        Instant before = clock.instant();
        try {
            long leftBefore = left;
            left = store.fillSearch(letters);
            isDone = left == 0;
            Instant after = clock.instant();
            adapt(Duration.between(before, after));
            next = isDone ? Instant.MIN : after.plus(SELDOM);
            if (left > 0 || leftBefore > 0) {
                told.accept(left);
            }
        } catch (StoreException e) {
            LOG.warn("Texts cannot be made findable now: {}", e.code(), e);
            isDone = true;
            resumed = before.plus(PAUSE);
        }
    }

    private void adapt(Duration took) {
        if (took.compareTo(PIECE) > 0) {
            letters = Math.max(LETTERS_MIN, letters / 2);
        } else if (took.multipliedBy(2).compareTo(PIECE) < 0) {
            letters = Math.min(LETTERS_MAX, letters * 3 / 2);
        }
    }
}
