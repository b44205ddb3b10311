package baton.desktop.app;

import baton.desktop.backup.BackupException;
import baton.desktop.backup.BackupWriter;
import baton.desktop.backup.Manifest;
import baton.desktop.backup.Passphrase;
import baton.desktop.ui.common.Texts;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `baton backup`: a profile in one encrypted file.
@CommandLine.Command(
        name = "backup",
        description = "Keeps a profile in one encrypted file.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class BackupCommand extends Command {
    @Option(names = "--to", paramLabel = "FILE", required = true, description = "The file.")
    private Path file = Path.of("");

    @Option(names = "--replace", description = "Replace a file of that name.")
    private boolean replace;

    @Mixin private PassphraseOption passphrase = new PassphraseOption();

    @Override
    int run(DesktopConfig config, Texts texts, KeyboardWatch watch) throws BackupException {
        try (ClosedProfile profile = ClosedProfile.of(config)) {
            Optional<Passphrase> given = passphrase.read(true);
            if (given.isEmpty()) {
                complaints().println(texts.get("backup.no-passphrase"));
                return MISUSED;
            }
            Path place = file.toAbsolutePath();
            boolean made =
                    new BackupWriter(new SecureRandom())
                            .write(
                                    profile.files().backedUp(),
                                    new Manifest(
                                            profile.owner().account().handle(),
                                            InstantSource.system().instant()),
                                    given.get(),
                                    new BackupWriter.Goal(place, replace),
                                    watch);
            out().println(made ? texts.format("backup.done", place) : texts.get("backup.stopped"));
            return made ? DONE : FAILED;
        }
    }
}
