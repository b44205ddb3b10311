package baton.desktop.app;

import baton.desktop.backup.BackupException;
import baton.desktop.backup.Manifest;
import baton.desktop.backup.Passphrase;
import baton.desktop.ui.common.Texts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `baton restore`: a backup in the place of what a profile holds.
@CommandLine.Command(
        name = "restore",
        description = {
            "Puts a backup in the place of what a profile holds, which is kept beside it.",
            "The profile is a new device then: start Baton and sign in."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RestoreCommand extends Command {
    @Option(names = "--from", paramLabel = "FILE", required = true, description = "The backup.")
    private Path file = Path.of("");

    @Mixin private PassphraseOption passphrase = new PassphraseOption();

    @Override
    int run(DesktopConfig config, Texts texts, KeyboardWatch watch) throws BackupException {
        Profile profile = Profile.of(config);
        try (ProfileLock _ = ProfileLock.take(profile.lock())) {
            Optional<Passphrase> given = passphrase.read(false);
            if (given.isEmpty()) {
                complaints().println(texts.get("backup.no-passphrase"));
                return MISUSED;
            }
            System.setProperty("org.sqlite.tmpdir", profile.cache().toString());
            Optional<Restoration> ready =
                    Restoration.prepare(
                            profile,
                            Restoration.ownerOf(profile),
                            file.toAbsolutePath(),
                            given.get(),
                            watch);
            if (ready.isEmpty()) {
                out().println(texts.get("restore.stopped"));
                return FAILED;
            }
            Manifest manifest = ready.get().manifest();
            ready.get().carryOut(InstantSource.system().instant());
            out().println(texts.format("restore.done", "@" + manifest.account()));
            return DONE;
        }
    }
}
