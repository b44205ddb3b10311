package baton.desktop.app;

import baton.model.DeviceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// The device's secret, in a file that only its owner can read. The device's id stands beside it,
/// so that a token is never used for a device that it does not belong to, whatever a crash left
/// behind.
record TokenFile(Path path) {

    /// Empty if there is no token of this device.
    Optional<String> read(DeviceId device) {
        try {
            String[] parts = Files.readString(path).strip().split(" ", -1);
            boolean isItsOwn = parts.length == 2 && parts[0].equals(device.value());
            return isItsOwn ? Optional.of(parts[1]) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ProfileException(ProfileException.UNWRITABLE, e);
        }
    }

    /// Replaces the file as a whole; nobody else can read it at any moment.
    void write(DeviceId device, String token) {
        Path next = path.resolveSibling(path.getFileName() + ".next");
        try {
            Files.deleteIfExists(next);
            Files.createFile(next, ownerOnly(path));
            Files.writeString(
                    next,
                    device + " " + token + "\n",
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ProfileException(ProfileException.UNWRITABLE, e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new ProfileException(ProfileException.UNWRITABLE, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        if (!Profile.isPosix(path)) {
            return new FileAttribute<?>[0];
        }
        Set<java.nio.file.attribute.PosixFilePermission> permissions =
                PosixFilePermissions.fromString("rw-------");
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }
}
