package baton.relay.redis;

import baton.model.Limits;
import java.util.List;
import java.util.stream.Stream;

/// Seqs that a log keeps in one field of a hash: `CHANGED SEQ,SEQ..`.
///
/// @param changedAt seq of the event that changed them last
/// @param seqs the newest, in rising order
record NotedPlaces(long changedAt, List<Long> seqs) {
    static final NotedPlaces NONE = new NotedPlaces(0, List.of());

    static NotedPlaces of(String value) {
        int space = value.indexOf(' ');
        List<Long> seqs =
                Stream.of(value.substring(space + 1).split(",", -1))
                        .filter(word -> !word.isEmpty())
                        .map(Long::valueOf)
                        .toList();
        return new NotedPlaces(Long.parseLong(value.substring(0, space)), seqs);
    }

    /// Both together, the newest of all.
    NotedPlaces with(NotedPlaces other) {
        List<Long> all = Stream.concat(seqs.stream(), other.seqs.stream()).sorted().toList();
        int over = Math.max(0, all.size() - Limits.NOTABLE_KEPT);
        return new NotedPlaces(Math.max(changedAt, other.changedAt), all.subList(over, all.size()));
    }
}
