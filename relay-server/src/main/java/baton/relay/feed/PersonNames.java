package baton.relay.feed;

import baton.model.AccountId;
import baton.model.Register;
import baton.model.Revised;
import baton.model.SettingNames;
import baton.relay.account.AccountNames;
import baton.relay.account.AccountsUnavailableException;
import baton.relay.node.StoreUnavailableException;
import java.util.List;
import java.util.Optional;

/// What people are called: the name that they chose last, which is a setting of their account, or
/// else the one with which they signed up. Blocks, and throws [StoreUnavailableException] whichever
/// of the two stores is away.
public record PersonNames(AccountFeed feed, AccountNames signedUp) implements AccountNames {
    private static final List<String> KEYS = List.of(Register.Setting.keyOf(SettingNames.NAME, ""));

    @Override
    public Optional<String> nameOf(AccountId account) {
        return feed.registers(account, KEYS)
                .getFirst()
                .map(Revised::register)
                .filter(Register.Setting.class::isInstance)
                .map(register -> ((Register.Setting) register).value())
                .filter(name -> !name.isEmpty())
                .or(() -> signedUpAs(account));
    }

    private Optional<String> signedUpAs(AccountId account) {
        try {
            return signedUp.nameOf(account);
        } catch (AccountsUnavailableException e) {
            throw new StoreUnavailableException("names cannot be read", e);
        }
    }
}
