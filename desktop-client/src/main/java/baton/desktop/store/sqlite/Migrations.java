package baton.desktop.store.sqlite;

import baton.desktop.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The numbered scripts that make a store, applied in their order. `PRAGMA user_version` says how
/// many a file has seen. Before an older file is changed, a copy of it is kept beside it.
///
/// @param scripts the first one makes a new store; never edited after a release
record Migrations(List<String> scripts) {
    private static final int USER_VERSION_OFFSET = 60;

    /// The version that brought the index of texts.
    private static final int SEARCH = 3;

    Migrations {
        scripts = List.copyOf(scripts);
    }

    /// The scripts of this build.
    static Migrations shipped() {
        List<String> scripts = new ArrayList<>();
        for (String name :
                List.of(
                        "V001__init.sql",
                        "V002__actions.sql",
                        "V003__search.sql",
                        "V004__places.sql")) {
            scripts.add(resource("/baton/desktop/store/" + name));
        }
        return new Migrations(scripts);
    }

    private static String resource(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Looks at the file's own bytes, because opening a file with SQLite may already change it.
    ///
    /// @throws StoreException `store-too-new`
    void refuseNewer(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        ByteBuffer version = ByteBuffer.allocate(Integer.BYTES);
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.read(version, USER_VERSION_OFFSET) == Integer.BYTES && isSqlite(channel)) {
                refuseNewer(version.flip().getInt());
            }
        }
    }

    private static boolean isSqlite(FileChannel channel) throws IOException {
        byte[] magic = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer start = ByteBuffer.allocate(magic.length);
        channel.read(start, 0);
        return start.flip().equals(ByteBuffer.wrap(magic));
    }

    private void refuseNewer(long version) {
        if (version > scripts.size()) {
            throw new StoreException(
                    StoreException.STORE_TOO_NEW,
                    new IllegalStateException("file is of version " + version));
        }
    }

    /// Brings the file to the newest version. Cut off anywhere, the file is of one version or
    /// another.
    ///
    /// @throws StoreException `store-too-new`, or any failure of the medium
    void apply(Sql sql, Path file) {
        long version = sql.number("PRAGMA user_version");
        refuseNewer(version);
        if (version == scripts.size()) {
            return;
        }
        if (version > 0) {
            keepCopy(sql, file, version);
        }
        for (long next = version; next < scripts.size(); next++) {
            migrate(sql, next);
        }
        if (scripts.size() > 1) {
            // So that the tables of a new file and of a migrated one begin on the same pages:
            // Salvage
            // counts on it. A build with one script had no other files.
            sql.release();
            sql.script("VACUUM");
        }
    }

    /// Whether the file has an index of its texts.
    boolean hasSearch() {
        return scripts.size() >= SEARCH;
    }

    /// Only the first scripts, as an earlier build had them.
    Migrations upTo(int version) {
        return new Migrations(scripts.subList(0, version));
    }

    private void migrate(Sql sql, long version) {
        sql.atomically(() -> {
            sql.script(scripts.get(Math.toIntExact(version)));
            sql.script("PRAGMA user_version = " + (version + 1));
        });
    }

    private static void keepCopy(Sql sql, Path file, long version) {
        Path copy = file.resolveSibling(file.getFileName() + ".version-" + version);
        try {
            // Left over from an attempt that did not come to its end.
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new StoreException(StoreException.STORE_FAILED, e);
        }
        sql.run("VACUUM INTO ?", copy.toString());
    }
}
