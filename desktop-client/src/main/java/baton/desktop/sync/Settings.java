package baton.desktop.sync;

import baton.model.Refusal;
import baton.model.Register;
import baton.model.Revised;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.rules.RegisterMerge;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// Settings made on this device. One holds here at once, is sent on every connection until the
/// relay says that it stands, and then is a register like any other.
final class Settings {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final Effects effects;

    /// By the setting's key: what was said last on this connection, and when to say it again.
    private final Map<String, Said> said = new TreeMap<>();

    private long ticket;

    private record Said(long ticket, Register.Setting setting, Instant due) {}

    Settings(Ledger ledger, Effects effects) {
        this.ledger = ledger;
        this.effects = effects;
    }

    void opened() {
        said.clear();
    }

    void set(Register.Setting setting) {
        ledger.write(new StoreChange.LocalSettingPut(setting));
        said.remove(setting.key());
    }

    void done(Instant at, ServerFrame.Done done) {
        said.values().stream()
                .filter(each -> each.ticket() == done.ticket())
                .findFirst()
                .ifPresent(each -> done(at, each, done));
    }

    private void done(Instant at, Said asked, ServerFrame.Done done) {
        String key = asked.setting().key();
        boolean isPermanent = Refusal.ofCode(done.code()).map(Refusal::isPermanent).orElse(false);
        if (done.code().isEmpty() && Sane.isNumber(done.revision())) {
            stands(new Revised(done.revision(), asked.setting()));
        } else if (isPermanent) {
            effects.trouble(done.code());
        } else {
            said.put(key, new Said(asked.ticket(), asked.setting(), at.plus(PATIENCE)));
            return;
        }
        ledger.write(new StoreChange.LocalSettingRemoved(key));
        said.remove(key);
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

    void pump(Instant at) {
        for (Register.Setting setting : ledger.localSettings()) {
            Said before = said.get(setting.key());
            if (before == null || !at.isBefore(before.due())) {
                ticket++;
                said.put(setting.key(), new Said(ticket, setting, at.plus(PATIENCE)));
                effects.transmit(
                        new ClientFrame.Set(
                                ticket, setting.name(), setting.scope(), setting.value()));
            }
        }
    }

    Instant due() {
        return said.values().stream().map(Said::due).min(Instant::compareTo).orElse(Instant.MAX);
    }
}
