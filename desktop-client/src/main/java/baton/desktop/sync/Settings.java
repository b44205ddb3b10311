package baton.desktop.sync;

import baton.model.Rank;
import baton.model.Refusal;
import baton.model.Register;
import baton.model.Revised;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.rules.RegisterMerge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Settings that the relay has to be told. One made on this device holds here at once, is sent on
/// every connection until the relay says that it stands, and then is a register like any other. One
/// that the relay's store may have lost is given back once the directory is read anew and lacks it;
/// the relay takes it unless a later one stands.
final class Settings {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final Effects effects;

    /// By the setting's key: what was said last on this connection, and when to say it again.
    private final Map<String, Said> said = new TreeMap<>();

    private long ticket;

    /// @param decided revision at which the relay's feed says what became of it; 0 while it has not
    ///   answered
    private record Said(long ticket, LocalSetting local, Instant due, long decided) {
        Said answered(long revision) {
            return new Said(ticket, local, Instant.MAX, revision);
        }
    }

    Settings(Ledger ledger, Effects effects) {
        this.ledger = ledger;
        this.effects = effects;
    }

    void opened() {
        said.clear();
    }

    void set(Register.Setting setting) {
        ledger.write(new StoreChange.LocalSettingPut(LocalSetting.made(setting)));
        said.remove(setting.key());
    }

    /// The registers are about to be forgotten, and the store that they came from may have lost
    /// them.
    void keep() {
        List<Revised> held = ledger.revised(Register.Setting.class).toList();
        for (Revised value : held) {
            boolean isKnown = ledger.epoch() > 0 && !ledger.hasLocalSetting(value.register().key());
            if (isKnown && value.register() instanceof Register.Setting setting) {
                Rank written = setting.written(value.revision(), ledger.epoch());
                ledger.write(
                        new StoreChange.LocalSettingPut(LocalSetting.written(setting, written)));
            }
        }
    }

    /// The directory is read: what it has as it was held is not lost, and of what was given back it
    /// says what stands now. Not before, for else a device that dies in between would hold neither.
    /// A name is only settled by the relay's word that everybody was told of it.
    private void settle() {
        for (LocalSetting local : ledger.localSettings()) {
            Optional<Said> answered =
                    Optional.ofNullable(said.get(local.key())).filter(each -> each.decided() > 0);
            boolean isDecided =
                    answered.filter(each -> each.decided() <= ledger.cursor()).isPresent()
                            || (!local.setting().namesPerson()
                                    && ledger.register(local.key()).filter(local::is).isPresent());
            if (!local.isMade() && isDecided) {
                forget(local.key());
            }
        }
    }

    private void forget(String key) {
        ledger.write(new StoreChange.LocalSettingRemoved(key));
        said.remove(key);
    }

    void done(Instant at, ServerFrame.Done done) {
        said.values().stream()
                .filter(each -> each.ticket() == done.ticket())
                .findFirst()
                .ifPresent(each -> done(at, each, done));
    }

    private void done(Instant at, Said asked, ServerFrame.Done done) {
        LocalSetting local = asked.local();
        boolean isPermanent = Refusal.ofCode(done.code()).map(Refusal::isPermanent).orElse(false);
        if (done.code().isEmpty() && Sane.isNumber(done.revision())) {
            if (!local.isMade()) {
                said.put(local.key(), asked.answered(done.revision()));
                return;
            }
            stands(new Revised(done.revision(), local.setting().at(ledger.epoch(), 0)));
        } else if (isPermanent) {
            effects.trouble(done.code(), local.key());
        } else {
            said.put(local.key(), new Said(asked.ticket(), local, at.plus(PATIENCE), 0));
            return;
        }
        forget(local.key());
    }

    private void stands(Revised value) {
        boolean isNewest =
                ledger.register(value.register().key())
                        .map(held -> RegisterMerge.replaces(held, value))
                        .orElse(true);
        if (isNewest) {
            ledger.write(new StoreChange.RegisterSet(value));
        }
    }

    /// @param isDirectoryRead whether all that the relay has is held
    void pump(Instant at, boolean isDirectoryRead) {
        if (isDirectoryRead) {
            settle();
        }
        for (LocalSetting local : ledger.localSettings()) {
            Said before = said.get(local.key());
            boolean isDue = before == null || !at.isBefore(before.due());
            if (isDue && (local.isMade() || isDirectoryRead)) {
                say(at, local);
            }
        }
    }

    private void say(Instant at, LocalSetting local) {
        ticket++;
        said.put(local.key(), new Said(ticket, local, at.plus(PATIENCE), 0));
        effects.transmit(
                new ClientFrame.Set(
                        ticket,
                        local.setting().name(),
                        local.setting().scope(),
                        local.setting().value(),
                        local.epoch(),
                        local.revision()));
    }

    Instant due() {
        return said.values().stream().map(Said::due).min(Instant::compareTo).orElse(Instant.MAX);
    }
}
