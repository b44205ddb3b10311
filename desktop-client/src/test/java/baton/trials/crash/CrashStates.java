package baton.trials.crash;

import baton.desktop.store.StoreException;
import baton.desktop.store.sqlite.SqliteStore;
import baton.desktop.sync.StoreSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Rebuilds what a disk may hold after a crash and opens it with the product's store. After `kill
/// -9` that is all that was written so far; after a power cut it is all that was synced, and of
/// each later write all, nothing or its first sectors. That a file is there or gone counts as
/// synced. One thread.
final class CrashStates {
    private static final int SECTOR = 512;

    private final Recording recording;
    private final Path folder;
    private final List<String> wrong = new ArrayList<>();
    private long killed;
    private long cut;

    /// @param folder for the files of one state at a time
    CrashStates(Recording recording, Path folder) {
        this.recording = recording;
        this.folder = folder;
    }

    /// What was found.
    ///
    /// @param killed states after `kill -9`
    /// @param cut states after a power cut
    /// @param wrong what must not be, a sentence each
    record Result(long killed, long cut, List<String> wrong) {
        Result {
            wrong = List.copyOf(wrong);
        }
    }

    /// Tries so many states of each kind, evenly spread over the recording.
    Result run(int states, SplittableRandom random) {
        int all = recording.calls().size();
        int step = Math.max(1, all / states);
        for (int end = random.nextInt(step); end <= all; end += step) {
            List<Call> before = recording.calls().subList(0, end);
            killed++;
            check(before, "killed after call " + end);
            cut++;
            check(survivors(before, random), "power cut after call " + end);
        }
        return new Result(killed, cut, wrong);
    }

    /// What of the calls a power cut may leave.
    private static List<Call> survivors(List<Call> calls, SplittableRandom random) {
        Map<String, Integer> synced = new HashMap<>();
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i) instanceof Call.Sync(String file)) {
                synced.put(file, i);
            }
        }
        List<Call> left = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            boolean isSynced = i < synced.getOrDefault(fileOf(call), -1);
            survivor(call, isSynced, random).ifPresent(left::add);
        }
        return left;
    }

    private static String fileOf(Call call) {
        return switch (call) {
            case Call.Write write -> write.file();
            case Call.Truncate truncate -> truncate.file();
            case Call.Remove remove -> remove.file();
            case Call.Sync sync -> sync.file();
            case Call.Committed committed -> "";
        };
    }

    private static Optional<Call> survivor(Call call, boolean isSynced, SplittableRandom random) {
        return switch (call) {
            case Call.Write write when !isSynced ->
                    switch (random.nextInt(3)) {
                        case 0 -> Optional.of(write);
                        case 1 -> Optional.of(torn(write, random));
                        default -> Optional.empty();
                    };
            case Call.Truncate truncate when !isSynced && random.nextBoolean() -> Optional.empty();
            default -> Optional.of(call);
        };
    }

    private static Call.Write torn(Call.Write write, SplittableRandom random) {
        int sectors = random.nextInt(write.bytes().length / SECTOR + 1);
        return new Call.Write(
                write.file(), write.offset(), Arrays.copyOf(write.bytes(), sectors * SECTOR));
    }

    private void check(List<Call> calls, String when) {
        long committed =
                calls.stream()
                        .mapToLong(call -> call instanceof Call.Committed(long n) ? n : 0)
                        .max()
                        .orElse(0);
        try {
            clear();
            files(calls);
            Path file = folder.resolve("store.db");
            try (SqliteStore store = SqliteStore.open(file)) {
                StoreSnapshot found = store.load();
                long last = found.lastClientSeq().getOrDefault(CommittingWriter.TALK, 0L);
                if (last < committed || last > committed + 1 || found.outbox().size() != last) {
                    wrong.add(
                            "%s: %d were committed, the store has %d in %d rows"
                                    .formatted(when, committed, last, found.outbox().size()));
                }
            }
            integrity(file, when);
        } catch (StoreException e) {
            wrong.add(when + ": the store does not open: " + e.code());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void integrity(Path file, String when) {
        try (Connection sql = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = sql.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
            String verdict = rows.getString(1);
            if (!verdict.equals("ok")) {
                wrong.add(when + ": " + verdict);
            }
        } catch (SQLException e) {
            wrong.add(when + ": " + e.getMessage());
        }
    }

    private void clear() throws IOException {
        delete(folder);
        Files.createDirectories(folder);
    }

    /// Deletes a folder with all that is in it, if it is there.
    static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void files(List<Call> calls) throws IOException {
        Map<String, Image> images = new HashMap<>();
        for (Call call : calls) {
            switch (call) {
                case Call.Write(String file, long offset, byte[] bytes) ->
                        images.computeIfAbsent(file, any -> new Image()).write(offset, bytes);
                case Call.Truncate(String file, long length) ->
                        images.computeIfAbsent(file, any -> new Image()).truncate(length);
                case Call.Remove(String file) -> images.remove(file);
                case Call.Sync sync -> {}
                case Call.Committed committed -> {}
            }
        }
        for (Map.Entry<String, Image> image : images.entrySet()) {
            Files.write(folder.resolve(image.getKey()), image.getValue().bytes());
        }
    }

    /// A file in memory.
    private static final class Image {
        private byte[] bytes = new byte[0];
        private int length;

        void write(long offset, byte[] more) {
            int end = Math.toIntExact(offset + more.length);
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * end);
            }
            System.arraycopy(more, 0, bytes, Math.toIntExact(offset), more.length);
            length = Math.max(length, end);
        }

        void truncate(long newLength) {
            int kept = Math.toIntExact(newLength);
            if (kept < length) {
                Arrays.fill(bytes, kept, length, (byte) 0);
            }
            write(kept, new byte[0]);
            length = kept;
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, length);
        }
    }
}
