package baton.relay.session;

import baton.model.AccountId;
import baton.model.Rank;
import baton.model.Refusal;
import baton.model.Register;
import baton.model.Revised;
import baton.model.SettingNames;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.feed.AccountChanges;
import baton.relay.feed.Change;
import baton.relay.feed.Written;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The settings of an account: whoever sets one last decides, also if the store has lost it since
/// and a device gives it back. Setting what stands already is a word of its own: what was said
/// before it must not come back after it. Confined to the session's thread; blocks on the store.
final class SettingHandling {
    /// What a number in JSON and in Redis' scripts holds without loss.
    private static final long REVISION_MAX = 1L << 53;

    /// A name that changes is told to everybody whom its account writes with.
    private static final int NAMES_PER_MINUTE = 6;

    private final AccountId self;
    private final SessionPorts ports;
    private final Allowance names;

    SettingHandling(Identity identity, SessionPorts ports) {
        this.self = identity.account();
        this.ports = ports;
        this.names =
                new Allowance(NAMES_PER_MINUTE, Duration.ofMinutes(1), ports.clock().instant());
    }

    ServerFrame.Done set(ClientFrame.Set set) {
        if (!SettingNames.isWellFormed(set.name(), set.scope(), set.value()) || !isSane(set)) {
            return refused(set, Refusal.SETTING_MALFORMED);
        }
        Register.Setting wanted = new Register.Setting(set.name(), set.scope(), set.value());
        if (wanted.namesPerson() && !isName(set.value())) {
            return refused(set, Refusal.SETTING_MALFORMED);
        }
        Optional<Revised> stands = ports.feed().registers(self, List.of(wanted.key())).getFirst();
        if (stands.isEmpty() && !ports.feed().hasRoomForSetting(self)) {
            return refused(set, Refusal.TOO_MANY_SETTINGS);
        }
        if (wanted.namesPerson() && !names.take(ports.clock().instant())) {
            return refused(set, Refusal.RATE_LIMITED);
        }
        Change change =
                set.revision() > 0
                        ? new Change.Return(
                                wanted.at(set.epoch(), set.revision()),
                                new Rank(set.epoch(), set.revision()))
                        : new Change.Put(wanted.at(ports.epoch().current(), 0));
        boolean isNewName =
                wanted.namesPerson()
                        && stands.filter(value -> isCalled(value, set.value())).isEmpty();
        if (isNewName) {
            ports.desk().names().renaming(self);
        }
        AccountChanges changes = new AccountChanges(self, List.of(change));
        Written written = ports.desk().writer().write(List.of(changes)).getFirst();
        if (wanted.namesPerson()) {
            // Before the answer, and also if it stood already: a device says it again until then.
            ports.desk().names().renamed(self);
        }
        return new ServerFrame.Done(set.ticket(), "", written.results().getFirst().revision());
    }

    private static boolean isCalled(Revised stands, String name) {
        return stands.register() instanceof Register.Setting setting
                && setting.value().equals(name);
    }

    /// A rule of the relay alone: a device takes whatever name stands, also of a later version.
    private static boolean isName(String value) {
        return value.isEmpty() || SettingNames.isPersonName(value);
    }

    /// Whether a store can have confirmed it when it is said to have.
    private boolean isSane(ClientFrame.Set set) {
        return 0 <= set.epoch()
                && set.epoch() <= ports.epoch().current()
                && 0 <= set.revision()
                && set.revision() <= REVISION_MAX;
    }

    static ServerFrame.Done refused(ClientFrame.Set set, Refusal refusal) {
        return new ServerFrame.Done(set.ticket(), refusal.code(), 0);
    }
}
