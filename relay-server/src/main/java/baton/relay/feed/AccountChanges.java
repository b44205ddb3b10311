package baton.relay.feed;

import baton.model.AccountId;
import java.util.List;

/// What one call changes in one account, all or nothing; 1 to [#CHANGES_MAX] changes.
public record AccountChanges(AccountId account, List<Change> changes) {
    /// Keeps one call of the store short.
    public static final int CHANGES_MAX = 50;

    public AccountChanges {
        changes = List.copyOf(changes);
        if (changes.isEmpty() || changes.size() > CHANGES_MAX) {
            throw new IllegalArgumentException("not 1 to " + CHANGES_MAX + " changes");
        }
    }
}
