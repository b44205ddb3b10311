package baton.desktop.app;

import baton.desktop.backup.BackupException;
import baton.desktop.backup.BackupReader;
import baton.desktop.backup.Manifest;
import baton.desktop.backup.Passphrase;
import baton.desktop.store.Identity;
import baton.desktop.store.StoreException;
import baton.desktop.store.Watch;
import baton.desktop.store.sqlite.SqliteStore;
import baton.desktop.store.sqlite.StoreCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A backup that was found whole and lies ready to take the place of what a profile holds. Until
/// [#carryOut] the profile is as it was.
final class Restoration {
    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

    private final Profile profile;
    private final BackupReader.Unpacked unpacked;

    private Restoration(Profile profile, BackupReader.Unpacked unpacked) {
        this.profile = profile;
        this.unpacked = unpacked;
    }

    /// @param owner whose history the profile holds; empty if it is nobody's
    /// @return empty if the watch broke it off
    /// @throws BackupException if it is no backup that can be opened
    /// @throws ProfileException `profile-of-another-account`
    static Optional<Restoration> prepare(
            Profile profile,
            Optional<Identity> owner,
            Path file,
            Passphrase passphrase,
            Watch watch)
            throws BackupException {
        String account = BackupReader.manifest(file, passphrase).account();
        if (owner.filter(held -> !held.account().handle().equals(account)).isPresent()) {
            throw new ProfileException(ProfileException.OF_ANOTHER);
        }
        return BackupReader.unpack(file, passphrase, profile.folder(), watch)
                .map(unpacked -> new Restoration(profile, unpacked));
    }

    /// Whose history a profile holds that nobody has open; empty if that cannot be read: a damaged
    /// store is a reason to restore one.
    static Optional<Identity> ownerOf(Profile profile) {
        if (!Files.exists(profile.store())) {
            return Optional.empty();
        }
        try (SqliteStore store = SqliteStore.open(profile.store())) {
            return store.identity();
        } catch (StoreException e) {
            LOG.warn("The store that is to be replaced cannot be read: {}", e.code());
            return Optional.empty();
        }
    }

    Manifest manifest() {
        return unpacked.manifest();
    }

    /// Replaces what the profile holds; nobody may have its store open. The token goes first: the
    /// restored store is another device's. What was there stays beside it as a file.
    ///
    /// @throws ProfileException `profile-unwritable`
    /// @throws StoreException if the store cannot be moved
    void carryOut(Instant now) {
        new TokenFile(profile.token()).delete();
        StoreCopy.replace(profile.store(), unpacked.store(), now);
        try {
            if (Files.exists(unpacked.settings())) {
                Files.move(
                        unpacked.settings(),
                        profile.settings(),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            unpacked.discard();
        } catch (IOException e) {
            throw new ProfileException(ProfileException.UNWRITABLE, e);
        }
    }

    /// Leaves the profile as it is.
    void discard() {
        try {
            unpacked.discard();
        } catch (IOException e) {
            throw new ProfileException(ProfileException.UNWRITABLE, e);
        }
    }
}
