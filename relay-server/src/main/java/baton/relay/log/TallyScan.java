package baton.relay.log;

import baton.model.AccountId;
import baton.model.Event;
import baton.model.Tally;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import baton.protocol.StoredEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the tally of a place from the nearest place whose tally is known, by reading only the
/// events in between, a chunk at a time. Stateless.
public final class TallyScan {
    /// Events per read.
    public static final int CHUNK = 500;

    private final FrameCodec codec;

    public TallyScan(FrameCodec codec) {
        this.codec = codec;
    }

    /// Reads the events `from..to` of the log at hand, in any order.
    @FunctionalInterface
    public interface Reader {
        List<StoredEvent> read(long from, long to);
    }

    /// @param seq between 0 and the greatest known place; below `least` that place is answered
    /// @param least below it nothing can be read
    /// @param known more places with known tallies
    /// @return empty if some of the events were trimmed before they could be read
    public Optional<KnownTally> at(
            long seq, AccountId account, KnownTally least, List<KnownTally> known, Reader reader) {
        if (seq <= least.seq()) {
            return Optional.of(least);
        }
        KnownTally nearest = nearest(seq, least, known);
        if (nearest.seq() == seq) {
            return Optional.of(nearest);
        }
        long low = Math.min(seq, nearest.seq());
        long high = Math.max(seq, nearest.seq());
        long between = 0;
        for (long from = low + 1; from <= high; from += CHUNK) {
            long to = Math.min(high, from + CHUNK - 1);
            List<StoredEvent> events = reader.read(from, to);
            if (events.size() <= to - from) {
                return Optional.empty();
            }
            between +=
                    events.stream()
                            .map(this::decode)
                            .filter(event -> isOwn(event, account))
                            .count();
        }
        long own = nearest.tally().own() + (seq > nearest.seq() ? between : -between);
        return reader.read(seq, seq).stream()
                .findFirst()
                .map(event -> new KnownTally(seq, new Tally(event.count(), own)));
    }

    private static KnownTally nearest(long seq, KnownTally least, List<KnownTally> known) {
        return Stream.concat(Stream.of(least), known.stream())
                .filter(place -> place.seq() >= least.seq())
                .min((a, b) -> Long.compare(distance(a, seq), distance(b, seq)))
                .orElseThrow();
    }

    private static long distance(KnownTally known, long seq) {
        return Math.abs(known.seq() - seq);
    }

    private static boolean isOwn(Event event, AccountId account) {
        return event.author().equals(account) && event.body().isCountable();
    }

    private Event decode(StoredEvent stored) {
        try {
            return codec.decodeStored(stored);
        } catch (MalformedFrameException e) {
            throw new IllegalStateException("damaged entry at " + stored.seq(), e);
        }
    }
}
