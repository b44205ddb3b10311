package baton.relay.feed;

import baton.model.AccountId;
import baton.model.Register;
import baton.model.Revised;
import java.util.List;
import java.util.Optional;

/// The feeds of all accounts: registers, each standing once at its newest revision. May be used by
/// any thread; blocks, and throws [baton.relay.node.StoreUnavailableException].
public interface AccountFeed {

    /// Writes registers, each account's in one step.
    ///
    /// @return one answer per element, in order
    List<Written> write(List<AccountChanges> changes);

    /// What changed after a revision.
    FeedPage page(AccountId account, long after);

    /// The values of these keys, in order; empty where there is none.
    List<Optional<Revised>> registers(AccountId account, List<String> keys);

    /// The values of one key of several accounts, in order; empty where there is none.
    List<Optional<Revised>> registersOf(List<AccountId> accounts, String key);

    /// Whether the account keeps fewer than [baton.model.Limits#SETTINGS_MAX] settings.
    boolean hasRoomForSetting(AccountId account);

    /// The account's newest revision; 0 if nothing was ever written.
    long newest(AccountId account);

    /// The read mark of a conversation, or one that says that nothing was read.
    default Register.Read readOf(AccountId account, baton.model.ConversationId conversation) {
        Register.Read none = new Register.Read(conversation, 0, 0, 0, 0);
        return registers(account, List.of(none.key()))
                .getFirst()
                .map(Revised::register)
                .filter(Register.Read.class::isInstance)
                .map(Register.Read.class::cast)
                .orElse(none);
    }
}
