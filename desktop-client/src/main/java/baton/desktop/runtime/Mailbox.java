package baton.desktop.runtime;

import baton.desktop.runtime.Turn.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// What waits for the `sync` thread, bounded. Frames may fill a part of it only: a socket waits
/// when the device cannot keep up, a person never does.
final class Mailbox {
    private static final int ENTRIES_MAX = 4096;
    private static final int FRAMES_MAX = 1024;

    private final BlockingQueue<Entry> entries = new ArrayBlockingQueue<>(ENTRIES_MAX);
    private final Semaphore frames = new Semaphore(FRAMES_MAX);

    /// @return false if it is full
    boolean offer(Entry entry) {
        return entries.offer(entry);
    }

    /// Waits while too many frames wait already.
    void putFrame(Entry entry) throws InterruptedException {
        frames.acquire();
        entries.put(
                new Entry(
                        entry.inputs(),
                        entry.outcome(),
                        outcome -> {
                            frames.release();
                            entry.done().accept(outcome);
                        }));
    }

    void put(Entry entry) throws InterruptedException {
        entries.put(entry);
    }

    /// Waits for the first, takes what else is there.
    List<Entry> take(int most) throws InterruptedException {
        return with(entries.take(), most);
    }

    /// The same, for a while only.
    ///
    /// @return nothing if nothing came
    List<Entry> take(int most, Duration patience) throws InterruptedException {
        Entry first = entries.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        return first == null ? List.of() : with(first, most);
    }

    private List<Entry> with(Entry first, int most) {
        List<Entry> taken = new ArrayList<>();
        taken.add(first);
        entries.drainTo(taken, most - 1);
        return taken;
    }

    int size() {
        return entries.size();
    }
}
