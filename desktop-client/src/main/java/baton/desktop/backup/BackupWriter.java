package baton.desktop.backup;

import baton.desktop.store.Watch;
import baton.desktop.store.sqlite.StoreCopy;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes backups. What stands in one: the store as of one moment, without free space, and the
/// settings of the device. Never the device's token: a backup opens no relay.
public final class BackupWriter {
    static final String STORE = "store.db";
    static final String SETTINGS = "settings.properties";
    private static final int BUFFER = 1 << 16;

    private final RandomGenerator random;
    private final Passphrase.Cost cost;

    /// @param random that nobody can predict
    public BackupWriter(RandomGenerator random) {
        this(random, Passphrase.Cost.USUAL);
    }

    BackupWriter(RandomGenerator random, Passphrase.Cost cost) {
        this.random = random;
        this.cost = cost;
    }

    /// What is kept.
    ///
    /// @param store may be in use
    /// @param settings need not be there
    /// @param room a folder for the copy of the store that is encrypted
    public record Source(Path store, Path settings, Path room) {}

    /// Where it is kept.
    ///
    /// @param replace whether a file of that name may be replaced
    public record Goal(Path file, boolean replace) {
        /// The same, with leave to replace.
        public Goal replacing() {
            return new Goal(file, true);
        }
    }

    /// Blocks until the file is whole and on the disk. Whatever goes wrong, nothing of it is left
    /// and a file of that name is as it was.
    ///
    /// @return whether it was made, or the watch broke it off
    /// @throws BackupException `backup-passphrase-short`, `backup-exists` or `backup-failed`
    /// @throws baton.desktop.store.StoreException if the store cannot be read
    public boolean write(
            Source source, Manifest manifest, Passphrase passphrase, Goal goal, Watch watch)
            throws BackupException {
        if (passphrase.isTooShort()) {
            throw new BackupException(BackupException.PASSPHRASE_SHORT);
        }
        if (!goal.replace() && Files.exists(goal.file())) {
            throw new BackupException(BackupException.EXISTS);
        }
        Path copy = source.room().resolve("backup.db");
        Path part = goal.file().resolveSibling(goal.file().getFileName() + ".part");
        try {
            try {
                boolean whole =
                        StoreCopy.take(source.store(), copy, watch)
                                && encrypt(source, copy, manifest, passphrase, part, watch);
                if (whole) {
                    Files.move(
                            part,
                            goal.file(),
                            StandardCopyOption.ATOMIC_MOVE,
                            StandardCopyOption.REPLACE_EXISTING);
                }
                return whole;
            } finally {
                Files.deleteIfExists(copy);
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new BackupException(BackupException.FAILED, e);
        }
    }

    private boolean encrypt(
            Source source,
            Path copy,
            Manifest manifest,
            Passphrase passphrase,
            Path part,
            Watch watch)
            throws IOException {
        byte[] salt = new byte[Passphrase.SALT_BYTES];
        random.nextBytes(salt);
        Header header = Header.of(salt, cost);
        Sealed sealed = header.seal(passphrase);
        Files.deleteIfExists(part);
        try (OutputStream file =
                new BufferedOutputStream(
                        Files.newOutputStream(
                                part, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC),
                        BUFFER)) {
            file.write(header.bytes());
            sealed.writeManifest(manifest, file);
            try (ZipOutputStream zip = new ZipOutputStream(sealed.encryptingBody(file))) {
                if (Files.exists(source.settings())) {
                    zip.putNextEntry(new ZipEntry(SETTINGS));
                    Files.copy(source.settings(), zip);
                }
                zip.putNextEntry(new ZipEntry(STORE));
                return copy(copy, zip, watch);
            }
        }
    }

    private static boolean copy(Path from, OutputStream to, Watch watch) throws IOException {
        long total = Files.size(from);
        long done = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(from)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!watch.isWanted()) {
                    return false;
                }
                to.write(buffer, 0, read);
                done += read;
                watch.passed(Math.min(done, total), total);
            }
        }
        return true;
    }
}
