package baton.desktop.sync;

import baton.model.Register;
import baton.model.SpanSet;
import java.util.List;

/// Recalls that an account never sees because it has left: what was taken back is known by the
/// register alone.
final class LateRecalls {
    private LateRecalls() {}

    /// Takes the texts away that are held here. A register of another epoch counts places of
    /// another log.
    static void apply(Ledger ledger, Register.Notable notable) {
        boolean isLeft =
                ledger.info(notable.conversation()).filter(Register.Info::left).isPresent();
        if (!isLeft || notable.epoch() != ledger.epoch()) {
            return;
        }
        SpanSet spans = ledger.spans(notable.conversation());
        List<Long> held = notable.recalled().stream().filter(spans::contains).toList();
        if (!held.isEmpty()) {
            ledger.write(new StoreChange.BodiesRecalled(notable.conversation(), held));
        }
    }
}
