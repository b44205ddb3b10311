package baton.desktop.backup;

import baton.desktop.store.StoreException;
import baton.desktop.store.Watch;
import baton.desktop.store.sqlite.StoreCopy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Opens backups. Nothing of a file is believed before all of it was read and found to be what was
/// written.
public final class BackupReader {
    private static final int BUFFER = 1 << 16;

    private BackupReader() {}

    /// What was in a backup.
    ///
    /// @param store may take the place of a device's store: see [StoreCopy#replace]
    /// @param settings need not be there
    public record Unpacked(Manifest manifest, Path store, Path settings) {
        static Unpacked in(Path folder, Manifest manifest) {
            return new Unpacked(
                    manifest, folder.resolve("restored.db"), folder.resolve("restored.properties"));
        }

        private Path unknown() {
            return store.resolveSibling("restored.unknown");
        }

        /// Removes what was unpacked and is still there.
        ///
        /// @throws IOException if something cannot be removed
        public void discard() throws IOException {
            StoreCopy.delete(store);
            Files.deleteIfExists(settings);
            Files.deleteIfExists(unknown());
        }
    }

    /// What the file says of itself, if the passphrase opens it. Reads its beginning only.
    ///
    /// @throws BackupException `backup-not-one`, `backup-too-new`, `backup-passphrase-wrong`,
    ///   `backup-damaged` or `backup-failed`
    public static Manifest manifest(Path file, Passphrase passphrase) throws BackupException {
        try (InputStream in = open(file)) {
            return opened(in, passphrase).manifest();
        } catch (IOException e) {
            throw new BackupException(BackupException.FAILED, e);
        }
    }

    /// Unpacks all of it and makes a store of it that may take the place of another. Whatever goes
    /// wrong, nothing of it is left.
    ///
    /// @param folder for files whose names begin with `restored`
    /// @return empty if the watch broke it off
    /// @throws BackupException as above
    public static Optional<Unpacked> unpack(
            Path file, Passphrase passphrase, Path folder, Watch watch) throws BackupException {
        try (InputStream in = open(file)) {
            Opened opened = opened(in, passphrase);
            Unpacked unpacked = Unpacked.in(folder, opened.manifest());
            unpacked.discard();
            boolean whole = false;
            try {
                whole = unpack(opened.sealed().decryptingBody(in), unpacked, watch);
                Files.deleteIfExists(unpacked.unknown());
                if (whole) {
                    prepare(unpacked.store());
                }
                return whole ? Optional.of(unpacked) : Optional.empty();
            } catch (BackupException | IOException | RuntimeException e) {
                whole = false;
                throw e;
            } finally {
                if (!whole) {
                    unpacked.discard();
                }
            }
        } catch (IOException e) {
            throw new BackupException(BackupException.FAILED, e);
        }
    }

    private static void prepare(Path store) throws BackupException {
        try {
            StoreCopy.prepare(store);
        } catch (StoreException e) {
            throw new BackupException(
                    switch (e.code()) {
                        case StoreException.STORE_DAMAGED -> BackupException.DAMAGED;
                        case StoreException.STORE_TOO_NEW -> BackupException.TOO_NEW;
                        default -> BackupException.FAILED;
                    },
                    e);
        }
    }

    /// @return false if the watch broke it off
    private static boolean unpack(InputStream body, Unpacked to, Watch watch)
            throws IOException, BackupException {
        boolean whole = false;
        ZipInputStream zip = new ZipInputStream(body);
        for (String name = next(zip); !name.isEmpty(); name = next(zip)) {
            whole |= name.equals(BackupWriter.STORE);
            Path place =
                    switch (name) {
                        case BackupWriter.STORE -> to.store();
                        case BackupWriter.SETTINGS -> to.settings();
                        // A later version may add to it.
                        default -> to.unknown();
                    };
            if (!copy(zip, place, watch)) {
                return false;
            }
        }
        // The end of the encrypted part proves that nothing is missing.
        drain(body);
        if (!whole) {
            throw new BackupException(BackupException.DAMAGED);
        }
        return true;
    }

    private static void drain(InputStream rest) throws BackupException {
        byte[] buffer = new byte[BUFFER];
        int read = read(rest, buffer);
        while (read >= 0) {
            read = read(rest, buffer);
        }
    }

    private static boolean copy(InputStream from, Path place, Watch watch)
            throws IOException, BackupException {
        byte[] buffer = new byte[BUFFER];
        try (OutputStream to = Files.newOutputStream(place)) {
            for (int read = read(from, buffer); read >= 0; read = read(from, buffer)) {
                if (!watch.isWanted()) {
                    return false;
                }
                to.write(buffer, 0, read);
            }
        }
        return true;
    }

    /// Whatever cannot be read was altered: the decryption and the packing notice.
    private static int read(InputStream from, byte[] buffer) throws BackupException {
        try {
            return from.read(buffer);
        } catch (IOException e) {
            throw new BackupException(BackupException.DAMAGED, e);
        }
    }

    /// @return empty at the end
    private static String next(ZipInputStream zip) throws BackupException {
        try {
            ZipEntry entry = zip.getNextEntry();
            return entry == null ? "" : entry.getName();
        } catch (IOException e) {
            throw new BackupException(BackupException.DAMAGED, e);
        }
    }

    private record Opened(Sealed sealed, Manifest manifest) {}

    private static InputStream open(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), BUFFER);
    }

    private static Opened opened(InputStream in, Passphrase passphrase)
            throws IOException, BackupException {
        Header header = Header.read(in);
        Sealed sealed = header.seal(passphrase);
        return new Opened(sealed, sealed.readManifest(in));
    }
}
