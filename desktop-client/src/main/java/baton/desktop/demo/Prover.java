package baton.desktop.demo;

import baton.desktop.demo.stage.Proof;
import baton.desktop.demo.stage.Proof.Verdict;
import baton.desktop.runtime.SyncStatus;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Compares, again and again, what devices hold with what was said. One thread.
final class Prover {
    /// What arrives while the stores are read one after another looks like a difference.
    private static final Duration DOUBT = Duration.ofSeconds(10);

    private final List<Player> players;
    private final Ledger ledger;
    private final Agreement agreement;
    private final BooleanSupplier isRelayRunning;
    private long nothingUnderWaySince = System.nanoTime();

    Prover(List<Player> players, Ledger ledger, BooleanSupplier isRelayRunning) {
        this.players = List.copyOf(players);
        this.ledger = ledger;
        this.agreement = new Agreement(players, ledger);
        this.isRelayRunning = isRelayRunning;
    }

    Proof prove() {
        long said = ledger.said().values().stream().mapToLong(List::size).sum();
        Agreement.Report report = agreement.look();
        return new Proof(
                verdict(report),
                said,
                players.size(),
                report.lost(),
                report.duplicated(),
                report.disordered());
    }

    private Verdict verdict(Agreement.Report report) {
        boolean isUnderWay =
                !isRelayRunning.getAsBoolean() || !players.stream().allMatch(Prover::isDone);
        if (report.isAgreed() || isUnderWay) {
            nothingUnderWaySince = System.nanoTime();
        }
        if (report.isAgreed()) {
            return Verdict.AGREED;
        }
        boolean isDoubtful = System.nanoTime() - nothingUnderWaySince < DOUBT.toNanos();
        return isDoubtful ? Verdict.UNDER_WAY : Verdict.BROKEN;
    }

    private static boolean isDone(Player player) {
        SyncStatus status = player.runtime().hints().status();
        return status.isCurrent() && status.pendingIn() == 0 && status.pendingOut() == 0;
    }
}
