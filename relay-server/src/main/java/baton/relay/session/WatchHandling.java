package baton.relay.session;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Limits;
import baton.model.Register;
import baton.model.Revised;
import baton.model.SettingNames;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.node.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whose presence a device watches, and what it was told last. Who shares no direct conversation
/// with the account, or has switched presence off, is passed over. Confined to the session's
/// thread; blocks on the store.
final class WatchHandling {
    private static final String PRESENCE = Register.Setting.keyOf(SettingNames.PRESENCE, "");

    private final AccountId self;
    private final SessionPorts ports;
    private List<AccountId> watched = List.of();
    private List<ServerFrame.Present> told = List.of();

    WatchHandling(Identity identity, SessionPorts ports) {
        this.self = identity.account();
        this.ports = ports;
    }

    /// Watches these accounts instead of those before, the first [Limits#WATCHED_MAX] of them.
    ServerFrame.Presence watch(ClientFrame.Watch watch) {
        List<AccountId> named =
                watch.accounts().stream()
                        .filter(account -> !account.equals(self))
                        .distinct()
                        .limit(Limits.WATCHED_MAX)
                        .toList();
        watched = withDirectConversation(named);
        told = present();
        return new ServerFrame.Presence(told);
    }

    /// What is to be told because it is not what was told last.
    Optional<ServerFrame.Presence> changed() {
        List<ServerFrame.Present> now = present();
        if (now.equals(told)) {
            return Optional.empty();
        }
        told = now;
        return Optional.of(new ServerFrame.Presence(told));
    }

    private List<AccountId> withDirectConversation(List<AccountId> named) {
        List<String> keys =
                named.stream().map(peer -> "head/" + ConversationId.direct(self, peer)).toList();
        List<Optional<Revised>> heads =
                keys.isEmpty() ? List.of() : ports.feed().registers(self, keys);
        List<AccountId> known = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            if (heads.get(i).isPresent()) {
                known.add(named.get(i));
            }
        }
        return known;
    }

    private List<ServerFrame.Present> present() {
        if (watched.isEmpty()) {
            return List.of();
        }
        List<Optional<Revised>> switches = ports.feed().registersOf(watched, PRESENCE);
        List<Seen> seen = ports.leases().seen(watched);
        List<ServerFrame.Present> present = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            if (!isOff(switches.get(i))) {
                present.add(shown(seen.get(i)));
            }
        }
        return present;
    }

    private static boolean isOff(Optional<Revised> setting) {
        return setting.map(Revised::register)
                .filter(Register.Setting.class::isInstance)
                .map(register -> ((Register.Setting) register).value())
                .filter(SettingNames.OFF::equals)
                .isPresent();
    }

    private static ServerFrame.Present shown(Seen seen) {
        return new ServerFrame.Present(
                seen.account(), seen.isOnline(), seen.isOnline() ? Instant.EPOCH : seen.lastAt());
    }
}
