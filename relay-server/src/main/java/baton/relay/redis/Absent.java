package baton.relay.redis;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The replicas that nobody waits for: those that are lost, and those that were and have not caught
/// up since. What was acknowledged meanwhile they lack in any case, so it would help little to wait
/// for them before they have it. One that was listed first while somebody looked has yet to catch
/// up as well. One thread at a time.
final class Absent {
    private final Set<String> known = new HashSet<>();
    private final Set<String> absent = new HashSet<>();
    private boolean hasLooked;

    /// @param listed all replicas, each as `HOST PORT`
    /// @param lost as those say who would promote them
    /// @param copies what primaries say of them: see [Replicas#copies]
    Set<String> after(Set<String> listed, Set<String> lost, Map<String, Long> copies) {
        if (hasLooked) {
            listed.stream().filter(place -> !known.contains(place)).forEach(absent::add);
        }
        hasLooked = true;
        known.clear();
        known.addAll(listed);
        copies.keySet().forEach(absent::remove);
        absent.addAll(lost);
        absent.retainAll(listed);
        return Set.copyOf(absent);
    }
}
