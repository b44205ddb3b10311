package baton.relay.session;

import baton.model.AccountId;
import baton.model.Refusal;
import baton.model.Register;
import baton.model.Revised;
import baton.model.SettingNames;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.feed.AccountChanges;
import baton.relay.feed.Change;
import baton.relay.feed.Written;
import java.util.List;
import java.util.Optional;

/// The settings of an account: whoever sets one last decides. Setting what stands already changes
/// nothing and gets the same answer. Confined to the session's thread; blocks on the store.
final class SettingHandling {
    private final AccountId self;
    private final SessionPorts ports;

    SettingHandling(Identity identity, SessionPorts ports) {
        this.self = identity.account();
        this.ports = ports;
    }

    ServerFrame.Done set(ClientFrame.Set set) {
        if (!SettingNames.isWellFormed(set.name(), set.scope(), set.value())) {
            return refused(set, Refusal.SETTING_MALFORMED);
        }
        Register.Setting wanted = new Register.Setting(set.name(), set.scope(), set.value());
        Optional<Revised> stands = ports.feed().registers(self, List.of(wanted.key())).getFirst();
        if (stands.isPresent() && stands.get().register().equals(wanted)) {
            return new ServerFrame.Done(set.ticket(), "", stands.get().revision());
        }
        if (stands.isEmpty() && !ports.feed().hasRoomForSetting(self)) {
            return refused(set, Refusal.TOO_MANY_SETTINGS);
        }
        AccountChanges changes = new AccountChanges(self, List.of(new Change.Put(wanted)));
        Written written = ports.desk().writer().write(List.of(changes)).getFirst();
        return new ServerFrame.Done(set.ticket(), "", written.results().getFirst().revision());
    }

    static ServerFrame.Done refused(ClientFrame.Set set, Refusal refusal) {
        return new ServerFrame.Done(set.ticket(), refusal.code(), 0);
    }
}
