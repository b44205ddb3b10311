package baton.relay.log;

import java.time.Duration;

/// How much of every conversation a relay keeps: what is beyond either limit goes. What the
/// conversation list shows always stays, and all that came after it.
///
/// @param events newest events; 0 for all
/// @param age of events; [Duration#ZERO] for any
public record KeptHistory(long events, Duration age) {
    public static final KeptHistory EVERYTHING = new KeptHistory(0, Duration.ZERO);

    public boolean isEverything() {
        return events == 0 && age.isZero();
    }
}
