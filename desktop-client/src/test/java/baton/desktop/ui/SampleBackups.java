package baton.desktop.ui;

import baton.desktop.store.Watch;
import baton.desktop.ui.backup.BackupDoors;
import baton.desktop.ui.common.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Backups that are made of nothing; what was asked of them is noted.
public final class SampleBackups implements BackupDoors {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String trouble = "";

    /// From now on everything fails for this reason; empty for success.
    public void fail(String code) {
        trouble = code;
    }

    public List<String> asked() {
        return asked;
    }

    @Override
    public Outcome<Path> backUp(String passphrase, Path file, boolean replace, Watch watch) {
        asked.add("backUp " + passphrase + (replace ? " replace" : ""));
        watch.passed(1, 2);
        return trouble.isEmpty() || replace
                ? new Outcome.Done<>(file)
                : new Outcome.Failed<>(trouble);
    }

    @Override
    public Outcome<Ready> open(Path file, String passphrase, Watch watch) {
        asked.add("open " + passphrase);
        return trouble.isEmpty() ? new Outcome.Done<>(new Found()) : new Outcome.Failed<>(trouble);
    }

    private final class Found implements Ready {
        @Override
        public String account() {
            return "ana";
        }

        @Override
        public Instant at() {
            return SampleLife.NOW;
        }

        @Override
        public void carryOut() {
            asked.add("carryOut");
        }

        @Override
        public void discard() {
            asked.add("discard");
        }
    }
}
