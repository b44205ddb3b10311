package baton.desktop.store.sqlite;

import baton.desktop.store.Identity;
import baton.desktop.store.StoreException;
import baton.desktop.sync.LocalDraft;
import baton.desktop.sync.LocalSetting;
import baton.desktop.sync.OutboxRow;
import baton.desktop.sync.StoreChange;
import baton.model.ConversationId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Makes a fresh store of what can still be read of a damaged one: the outbox, drafts, settings
/// that wait, events set aside, and whose store it is. Everything else comes from the relay again.
/// The damaged file is kept beside the new one.
///
/// Which clientSeqs were given out decides whether the device may go on: giving one out twice would
/// make the relay take a new message for an old one. So if that table is not whole, the new store
/// belongs to nobody, the person signs in again as a new device, and unsent messages wait for a
/// decision of the person instead of going out perhaps twice.
///
/// If the first page is gone, which names all tables, the first page of a fresh store stands in for
/// it, of this build or of an earlier one: the same scripts make the same pages.
public final class Salvage {
    private static final int PAGE = 4096;

    /// A column that a file of an earlier build lacks.
    private static final String COMPLETION =
            "ALTER TABLE outbox ADD COLUMN claim INTEGER NOT NULL DEFAULT 0";

    private Salvage() {}

    /// What became of a damaged store.
    ///
    /// @param aside where the damaged file is now
    /// @param messages unsent messages that were saved
    /// @param drafts unsent texts that were saved
    /// @param signedIn whether the device may go on, or must be signed in anew
    public record Outcome(Path aside, int messages, int drafts, boolean signedIn) {}

    /// What was read.
    private record Found(
            List<Identity> identity,
            List<OutboxRow> outbox,
            List<LocalDraft> drafts,
            List<LocalDraft> copies,
            List<LocalSetting> settings,
            List<AsideRows.Aside> aside,
            Map<ConversationId, Long> clientSeqs,
            boolean countsAreWhole) {
        static final Found NOTHING =
                new Found(
                        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(),
                        false);

        boolean mayGoOn() {
            return countsAreWhole && !identity.isEmpty();
        }
    }

    /// @param path of the damaged store, which nobody has open; a fresh store is there afterwards
    /// @param now part of the damaged file's new name
    /// @throws StoreException if the fresh store cannot be written; then nothing has changed
    public static Outcome run(Path path, Instant now) {
        StoreFile damaged = new StoreFile(path);
        Path aside = damaged.beside(".damaged-" + now.toEpochMilli());
        try {
            Found found = read(damaged);
            new StoreFile(damaged.salvaged()).delete();
            write(damaged.salvaged(), found);
            damaged.moveAside(aside);
            Files.move(damaged.salvaged(), path);
            return new Outcome(
                    aside,
                    found.outbox().size(),
                    found.drafts().size() + found.copies().size(),
                    found.mayGoOn());
        } catch (IOException e) {
            throw new StoreException(StoreException.STORE_FAILED, e);
        }
    }

    /// Works on a copy, since opening may change a file. The new store takes its place only when it
    /// is whole; [StoreFile] finishes what is cut off between the two moves.
    private static Found read(StoreFile damaged) throws IOException {
        StoreFile copy = new StoreFile(damaged.beside(".copy"));
        copy(damaged, copy);
        Found best = readCopy(copy);
        int newest = Migrations.shipped().scripts().size();
        for (int version = newest; best.identity().isEmpty() && version > 0; version--) {
            copy(damaged, copy);
            replaceFirstPage(copy, version);
            Found patched = readCopy(copy);
            boolean isBetter = !patched.identity().isEmpty() || best.outbox().isEmpty();
            best = isBetter ? patched : best;
        }
        return best;
    }

    private static void copy(StoreFile damaged, StoreFile copy) throws IOException {
        Files.copy(damaged.path(), copy.path(), StandardCopyOption.REPLACE_EXISTING);
        if (Files.exists(damaged.wal())) {
            Files.copy(damaged.wal(), copy.wal(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Found readCopy(StoreFile copy) throws IOException {
        try {
            return readTables(copy);
        } finally {
            copy.delete();
        }
    }

    /// @param version of the build that may have made the file
    private static void replaceFirstPage(StoreFile copy, int version) throws IOException {
        StoreFile fresh = new StoreFile(copy.beside(".fresh"));
        SqliteStore.open(fresh.path(), Migrations.shipped().upTo(version)).close();
        byte[] page = new byte[PAGE];
        try (RandomAccessFile from = new RandomAccessFile(fresh.path().toFile(), "r");
                RandomAccessFile to = new RandomAccessFile(copy.path().toFile(), "rw")) {
            from.readFully(page);
            to.write(page);
        }
        fresh.delete();
    }

    private static Found readTables(StoreFile copy) {
        Optional<Sql> opened = attempt(copy::openAsIs);
        if (opened.isEmpty()) {
            return Found.NOTHING;
        }
        try (Sql sql = opened.get()) {
            attempt(() -> complete(sql));
            Map<ConversationId, Long> clientSeqs = new TreeMap<>();
            rows(sql, "client_seq", row -> Map.entry(LocalRows.conversation(row), row.getLong(2)))
                    .forEach(entry -> clientSeqs.put(entry.getKey(), entry.getValue()));
            return new Found(
                    rows(sql, "identity", LocalRows::identity),
                    rows(sql, "outbox", LocalRows::outbox),
                    rows(sql, "local_draft", LocalRows::draft),
                    rows(sql, "draft_copy", LocalRows::draft),
                    rows(sql, "local_setting", SettingRows::local),
                    rows(sql, "aside", AsideRows.Aside::read),
                    clientSeqs,
                    isWhole(sql, "client_seq") && isWhole(sql, "outbox"));
        }
    }

    private static boolean complete(Sql sql) {
        sql.script(COMPLETION);
        return true;
    }

    private static boolean isWhole(Sql sql, String table) {
        return attempt(() ->
                        sql.first("PRAGMA quick_check('" + table + "')", row -> row.getString(1))
                                .orElse(""))
                .filter("ok"::equals)
                .isPresent();
    }

    /// From both ends, so that one bad page in between hides nothing but itself.
    private static <T> List<T> rows(Sql sql, String table, Sql.RowReader<T> reader) {
        Set<T> found = new LinkedHashSet<>();
        for (String order : List.of("ASC", "DESC")) {
            List<T> read = new ArrayList<>();
            attempt(() ->
                    sql.list(
                            "SELECT * FROM " + table + " ORDER BY 1 " + order,
                            row -> read.add(reader.read(row))));
            found.addAll(read);
        }
        return List.copyOf(found);
    }

    /// What a damaged file answers may be a refusal or nonsense; neither ends the salvage.
    private static <T> Optional<T> attempt(java.util.function.Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (StoreException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void write(Path path, Found found) {
        try (SqliteStore store = SqliteStore.open(path)) {
            List<StoreChange> changes = new ArrayList<>();
            if (found.mayGoOn()) {
                store.adopt(found.identity().getFirst());
                found.clientSeqs()
                        .forEach(
                                (id, last) -> changes.add(new StoreChange.ClientSeqUsed(id, last)));
            }
            long number = -found.outbox().size();
            for (OutboxRow row : found.outbox()) {
                changes.add(
                        new StoreChange.OutboxPut(
                                found.mayGoOn() ? row : Unsent.aside(row, number++)));
            }
            found.drafts().forEach(draft -> changes.add(new StoreChange.LocalDraftPut(draft)));
            found.copies().forEach(draft -> changes.add(new StoreChange.DraftCopyKept(draft)));
            store.commit(changes);
            Sql sql = store.sql();
            sql.atomically(() -> {
                found.settings().forEach(setting -> SettingRows.put(sql, setting));
                found.aside().forEach(one -> AsideRows.put(sql, one.conversation(), one.event()));
            });
        }
    }
}
