package baton.endtoend;

import java.time.Duration;

/// What a [Cable] does to what goes through it.
///
/// @param delay of everything, each way
/// @param bytesPerSecond at most, each way; 0 for as many as there are
/// @param isSilent whether nothing gets through, and nobody is told
public record Weather(Duration delay, long bytesPerSecond, boolean isSilent) {
    public static final Weather CLEAR = new Weather(Duration.ZERO, 0, false);

    /// As a link whose other end has gone without a word.
    public static final Weather SILENT = new Weather(Duration.ZERO, 0, true);

    public static Weather slow(Duration delay) {
        return new Weather(delay, 0, false);
    }

    public static Weather narrow(long bytesPerSecond) {
        return new Weather(Duration.ZERO, bytesPerSecond, false);
    }
}
