package baton.model;

import java.util.List;

/// One emoji under a message.
///
/// @param accounts who reacts with it, in the order in which they did
public record Reaction(String emoji, List<AccountId> accounts) {
    public Reaction {
        accounts = List.copyOf(accounts);
    }
}
