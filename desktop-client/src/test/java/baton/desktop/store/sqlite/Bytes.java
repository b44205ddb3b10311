package baton.desktop.store.sqlite;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Random;

/// What a failing disk does to a file.
final class Bytes {
    private Bytes() {}

    static void overwrite(Path path, long from, int length) throws IOException {
        byte[] noise = new byte[length];
        new Random(from).nextBytes(noise);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(from);
            file.write(noise);
        }
    }
}
