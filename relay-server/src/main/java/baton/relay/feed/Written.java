package baton.relay.feed;

import baton.model.AccountId;
import baton.relay.node.NodeId;
import java.util.List;
import java.util.Set;

/// What became of [AccountChanges].
///
/// @param before newest revision of the account before the call; the call's own revisions follow it
///   without gap
/// @param newest newest revision after it
/// @param results one per change, in order
/// @param nodes where the account has devices online
public record Written(
        AccountId account, long before, long newest, List<Result> results, Set<NodeId> nodes) {

    /// @param revision of the value that stands now; 0 if there is none
    public record Result(boolean isAccepted, long revision) {}

    public Written {
        results = List.copyOf(results);
        nodes = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(nodes));
    }
}
