package baton.desktop.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The claim of one running program to a profile. The operating system lets go of it when the
/// program ends, however it ends.
final class ProfileLock implements AutoCloseable {
    private final FileChannel channel;

    private ProfileLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws ProfileException `profile-in-use` or `profile-unwritable`
    static ProfileLock take(Path file) {
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                return new ProfileLock(channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new ProfileException(ProfileException.UNWRITABLE, e);
        }
        throw new ProfileException(ProfileException.IN_USE);
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Held by this very program, for another device in it.
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new ProfileException(ProfileException.UNWRITABLE, e);
        }
    }
}
