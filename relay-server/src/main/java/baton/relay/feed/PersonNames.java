package baton.relay.feed;

import baton.model.AccountId;
import baton.model.Register;
import baton.model.Revised;
import baton.model.SettingNames;
import baton.relay.account.AccountNames;
import java.util.List;
import java.util.Optional;

/// What people are called: the name that they chose last, which is a setting of their account, or
/// else the one with which they signed up. Blocks, and throws
/// [baton.relay.node.StoreUnavailableException].
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
                .or(() -> signedUp.nameOf(account));
    }
}
