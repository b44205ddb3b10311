package baton.endtoend;

import baton.model.ConversationId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// A device sends a message every few milliseconds, whatever happens meanwhile; another one of the
/// same person and one of somebody else receive them. When something has happened in the middle,
/// each device's SQLite is compared with what the sender wrote down.
final class SteadyTalk {
    private final Scene scene;
    private final String name;
    private final Ledger ledger;
    private final HeadlessDevice desk;
    private final HeadlessDevice laptop;
    private final HeadlessDevice home;
    private final ConversationId talk;
    private final List<Long> sentAt = new ArrayList<>();

    /// By number of the message, when the other person's device had it in its store.
    private final ConcurrentSkipListMap<Long, Long> arrivedAt = new ConcurrentSkipListMap<>();

    /// @param before times from sending to the other person's SQLite, before it happened, sorted
    /// @param during the same while it happened, and as long again
    /// @param silence longest time in which nothing arrived that was sent
    /// @param verdicts of each device
    /// @param sameHistory whether all devices hold the same events at the same places
    record Result(
            Latency.Result before,
            Latency.Result during,
            Duration silence,
            List<Ledger.Verdict> verdicts,
            boolean sameHistory) {
        boolean isClean() {
            return sameHistory && verdicts.stream().allMatch(Ledger.Verdict::isClean);
        }

        long messages() {
            return verdicts.getFirst().promised();
        }

        long sum(ToLongFunction<Ledger.Verdict> figure) {
            return verdicts.stream().mapToLong(figure).sum();
        }
    }

    /// Signs everybody up.
    ///
    /// @param name distinguishes its people and files from those of others
    SteadyTalk(Scene scene, Path folder, String name) {
        this.scene = scene;
        this.name = name;
        this.ledger = new Ledger(folder.resolve(name + "-ledger"));
        this.desk = scene.signUp(name + "-ana", name + "-desk");
        this.laptop = scene.signIn(name + "-ana", name + "-laptop");
        this.home = scene.signUp(name + "-ben", name + "-home");
        this.talk = ConversationId.direct(desk.account(), home.account());
    }

    ConversationId conversation() {
        return talk;
    }

    /// @param least messages; more are sent while it still happens
    /// @param pace between two messages
    /// @param event happens, on a thread of its own, after a third of them
    Result during(int least, Duration pace, Runnable event) {
        FutureTask<Boolean> happening = new FutureTask<>(event, true);
        long due = System.nanoTime();
        int from = least / 3;
        try (var pin = home.runtime().hints().listen(hint -> noteArrivals())) {
            for (int sent = 0; sent < least || !happening.isDone(); sent++) {
                if (sent == from) {
                    Thread.ofPlatform().name("event").start(happening);
                }
                long number = sent + 1L;
                ledger.intend(name, number);
                sentAt.add(System.nanoTime());
                desk.send(talk, name + " " + number);
                ledger.promise(name, number);
                due += pace.toNanos();
                LockSupport.parkNanos(due - System.nanoTime());
            }
            join(happening);
            scene.awaitMessages(sentAt.size(), talk, desk, laptop, home);
            noteArrivals();
        }
        List<HeadlessDevice> devices = List.of(desk, laptop, home);
        return new Result(
                times(0, from),
                times(from, sentAt.size()),
                silence(),
                devices.stream().map(device -> ledger.compare(device.reader(), talk)).toList(),
                devices.stream().map(device -> device.history(talk)).distinct().count() == 1);
    }

    private static void join(FutureTask<Boolean> happening) {
        try {
            happening.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError("what was to happen did not", e);
        }
    }

    private void noteArrivals() {
        long now = System.nanoTime();
        long newest = home.count(talk);
        long noted = arrivedAt.isEmpty() ? 0 : arrivedAt.lastKey();
        for (long number = noted + 1; number <= newest; number++) {
            arrivedAt.putIfAbsent(number, now);
        }
    }

    private Latency.Result times(int from, int to) {
        return new Latency.Result(
                Stream.iterate(from, i -> i < to, i -> i + 1)
                        .map(i -> arrivedAt.getOrDefault(i + 1L, Long.MAX_VALUE) - sentAt.get(i))
                        .sorted()
                        .toList());
    }

    private Duration silence() {
        List<Long> times = List.copyOf(arrivedAt.values());
        long longest = 0;
        for (int i = 1; i < times.size(); i++) {
            longest = Math.max(longest, times.get(i) - times.get(i - 1));
        }
        return Duration.ofNanos(longest);
    }
}
