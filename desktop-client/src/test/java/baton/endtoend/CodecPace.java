package baton.endtoend;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.MessageId;
import baton.model.Preview;
import baton.model.Register;
import baton.model.Revised;
import baton.model.Seal;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import baton.protocol.ServerFrame;
import baton.protocol.StoredEvent;
import baton.rules.LogDigest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What frames and digests cost one thread, without socket or disk: full pages of short messages of
/// several people, and full feed frames. Counted is the time that the thread was on a core, so that
/// other programs disturb little; collecting garbage is not in it. Each figure is the median and
/// the best of many rounds after a warm-up of as many.
final class CodecPace {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 9;
    private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(60);
    private static final ConversationId GROUP = ConversationId.group("k3v9x1p5q7r2s8t4");
    private static final int PEOPLE = 5;

    private final FrameCodec codec = new FrameCodec();
    private final List<Event> events = events();
    private final ServerFrame.Page page =
            new ServerFrame.Page(GROUP, 1, 1, events.size(), events.size(), false, events);
    private final ServerFrame.Feed feed = feed();

    /// Nanoseconds for one event or register.
    record Pace(double median, double best) {
        double perSecond() {
            return TimeUnit.SECONDS.toNanos(1) / median;
        }
    }

    private interface Work {
        /// @return anything that depends on all of the work, so that none of it is left out
        long once() throws MalformedFrameException;
    }

    private static List<Event> events() {
        List<Event> events = new ArrayList<>();
        long digest = LogDigest.EMPTY;
        for (int i = 1; i <= Limits.PAGE_EVENTS_MAX; i++) {
            EventBody body = new EventBody.Message("message " + i + ": see you at the station 好的");
            Event bare = event(i, 0, body);
            digest = LogDigest.next(digest, i, LogDigest.entryHash(bare));
            events.add(event(i, digest, body));
        }
        return events;
    }

    private static Event event(int i, long digest, EventBody body) {
        return new Event(
                i,
                i,
                digest,
                new AccountId("person-" + i % PEOPLE),
                new DeviceId("d7k2m9x4" + i % PEOPLE),
                i / PEOPLE + 1,
                MessageId.of(1_795_257_185_123L + i, 77L * i, 1_234_567_891_234L * i),
                Instant.ofEpochMilli(1_795_257_185_123L + i),
                new Seal(LogDigest.bodyHash(body), 0x0fed_cba9_8765_4321L),
                body);
    }

    private static ServerFrame.Feed feed() {
        List<Revised> registers = new ArrayList<>();
        Instant at = Instant.ofEpochMilli(1_795_257_185_123L);
        Preview preview = new Preview(new AccountId("ben"), "message", "see you at the station");
        for (int i = 1; i <= Limits.FEED_REGISTERS_MAX; i++) {
            ConversationId conversation =
                    ConversationId.direct(new AccountId("ana"), new AccountId("person-" + i));
            Register register =
                    i % 2 == 0
                            ? new Register.Head(conversation, 1, i, i, 5, 77L * i, at, preview)
                            : new Register.Read(conversation, 1, i, i, 5);
            registers.add(new Revised(i, register));
        }
        return new ServerFrame.Feed(0, registers.size(), registers.size(), 0, registers);
    }

    /// Of one event of a page, as a device reads it.
    Pace readPage() {
        String json = codec.encode(page);
        return pace(events.size(), () -> codec.decodeServer(json).hashCode());
    }

    /// Of one event of a page, as a relay makes it of stored entries.
    Pace splicePage() {
        List<StoredEvent> stored =
                events.stream()
                        .map(event ->
                                new StoredEvent(
                                        event.seq(),
                                        event.count(),
                                        event.digest(),
                                        codec.encodeEntry(event)))
                        .toList();
        ServerFrame.Page header = new ServerFrame.Page(GROUP, 1, 1, 500, 500, false, List.of());
        return pace(events.size(), () -> codec.encodePage(header, stored).length());
    }

    /// Of one event, as a log stores it.
    Pace writeEntry() {
        return pace(
                events.size(),
                () -> events.stream().mapToLong(event -> codec.encodeEntry(event).length()).sum());
    }

    /// Of one body, as a device's store keeps it.
    Pace writeBody() {
        return pace(
                events.size(),
                () ->
                        events.stream()
                                .mapToLong(event -> codec.encodeBody(event.body()).length())
                                .sum());
    }

    /// Of one register of a feed frame.
    Pace readFeed() {
        String json = codec.encode(feed);
        return pace(feed.registers().size(), () -> codec.decodeServer(json).hashCode());
    }

    /// Of one register of a feed frame.
    Pace writeFeed() {
        return pace(feed.registers().size(), () -> codec.encode(feed).length());
    }

    /// Of checking one event: body, header, chain.
    Pace digest() {
        return pace(events.size(), this::continued);
    }

    private long continued() {
        long previous = LogDigest.EMPTY;
        long sound = 0;
        for (Event event : events) {
            sound += LogDigest.continues(previous, event) ? 1 : 0;
            previous = event.digest();
        }
        if (sound != events.size()) {
            throw new AssertionError("a sound log does not continue");
        }
        return sound;
    }

    /// Characters on the wire for one event.
    double charsPerEvent() {
        return codec.encode(page).length() / (double) events.size();
    }

    private static Pace pace(int things, Work work) {
        round(work);
        double[] nanos = new double[ROUNDS];
        for (int i = -ROUNDS; i < ROUNDS; i++) {
            double took = round(work) / things;
            if (i >= 0) {
                nanos[i] = took;
            }
        }
        Arrays.sort(nanos);
        return new Pace(nanos[ROUNDS / 2], nanos[0]);
    }

    /// Nanoseconds of doing the work once.
    private static double round(Work work) {
        long start = CLOCK.getCurrentThreadCpuTime();
        long times = 0;
        long sum = 0;
        long took = 0;
        try {
            while (took < ROUND_NANOS) {
                sum += work.once();
                times++;
                took = CLOCK.getCurrentThreadCpuTime() - start;
            }
        } catch (MalformedFrameException e) {
            throw new AssertionError("a frame of one's own is malformed", e);
        }
        if (sum == times) {
            throw new AssertionError("nothing was done");
        }
        return took / (double) times;
    }
}
