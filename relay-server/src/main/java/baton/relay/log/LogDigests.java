package baton.relay.log;

import java.util.List;

/// The digests at the places `from`, `from + 1` … of a log; the digest of place 0 is
/// [baton.rules.LogDigest#EMPTY].
///
/// @param head newest seq of the log
/// @param digests empty if none of the places asked for is there
public record LogDigests(long epoch, long head, long from, List<Long> digests) {
    public LogDigests {
        digests = List.copyOf(digests);
    }
}
