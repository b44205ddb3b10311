package baton.desktop.app;

import baton.desktop.backup.BackupException;
import baton.desktop.backup.Passphrase;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Where a command gets its passphrase: from a file, or from whoever sits at the keyboard. Never
/// from the command line itself, which every other user of the machine can read.
final class PassphraseOption {
    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "Its first line is the passphrase; without this the passphrase is asked.")
    private Path file = Path.of("");

    /// @param twice whether a typed one is asked for again
    /// @return empty if there is none, or the second one is another
    /// @throws BackupException `backup-failed` if the file cannot be read
    Optional<Passphrase> read(boolean twice) throws BackupException {
        if (!file.toString().isEmpty()) {
            return readFile();
        }
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .flatMap(console -> typed(console, twice));
    }

    private static Optional<Passphrase> typed(Console console, boolean twice) {
        String first = asked(console, "Passphrase: ");
        return twice && !asked(console, "Once more: ").equals(first)
                ? Optional.empty()
                : Optional.of(new Passphrase(first));
    }

    private Optional<Passphrase> readFile() throws BackupException {
        try {
            return Files.readAllLines(file).stream().findFirst().map(Passphrase::new);
        } catch (IOException e) {
            throw new BackupException(BackupException.FAILED, e);
        }
    }

    private static String asked(Console console, String prompt) {
        char[] typed = console.readPassword(prompt);
        return typed == null ? "" : new String(typed);
    }
}
