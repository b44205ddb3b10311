package baton.desktop.app;

import baton.desktop.backup.BackupWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folder of one profile: one device's store, token, lock and cache. Only its owner may enter.
record Profile(Path folder) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,31}");

    private static final Pattern FORMER =
            Pattern.compile("store\\.db\\.(damaged|replaced|version)-.*");

    /// Finds or makes the folder.
    ///
    /// @throws ProfileException `profile-name-malformed` or `profile-unwritable`
    static Profile of(DesktopConfig config) {
        if (!NAME.matcher(config.profile()).matches()) {
            throw new ProfileException(ProfileException.NAME_MALFORMED);
        }
        Profile profile =
                new Profile(config.dataFolder().resolve("profiles").resolve(config.profile()));
        try {
            Files.createDirectories(profile.cache());
            if (isPosix(profile.folder())) {
                Files.setPosixFilePermissions(
                        profile.folder(), PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new ProfileException(ProfileException.UNWRITABLE, e);
        }
        return profile;
    }

    /// On Windows a folder below the user's own is private already.
    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    Path store() {
        return folder.resolve("store.db");
    }

    /// What is set for this device alone.
    Path settings() {
        return folder.resolve("settings.properties");
    }

    BackupWriter.Source backedUp() {
        return new BackupWriter.Source(store(), settings(), folder);
    }

    Path token() {
        return folder.resolve("token");
    }

    Path lock() {
        return folder.resolve("lock");
    }

    /// How much is in the folder.
    long bytes() {
        return bytes(file -> true);
    }

    /// How much of that are stores that were replaced, repaired or brought to a newer version.
    long formerBytes() {
        return bytes(file -> FORMER.matcher(file.getFileName().toString()).matches());
    }

    private long bytes(Predicate<Path> counted) {
        long sum = 0;
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(Files::isRegularFile).filter(counted).toList()) {
                sum += Files.size(file);
            }
            return sum;
        } catch (IOException e) {
            throw new ProfileException(ProfileException.UNWRITABLE, e);
        }
    }

    /// Removes everything but the lock, which is held, and the cache, which holds nothing of
    /// anybody's. The token goes first: a cut-off erasure leaves nothing that opens the relay.
    ///
    /// @throws ProfileException `profile-unwritable`
    void erase() {
        try {
            Files.deleteIfExists(token());
            try (Stream<Path> all = Files.list(folder)) {
                for (Path file : all.filter(this::isErased).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new ProfileException(ProfileException.UNWRITABLE, e);
        }
    }

    private boolean isErased(Path file) {
        return !file.equals(lock()) && !file.equals(cache());
    }

    /// Whatever is in here may be deleted while nothing runs.
    Path cache() {
        return folder.resolve("cache");
    }
}
