package baton.trials.bench;

import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.MessageId;
import baton.protocol.ClientFrame;
import baton.protocol.FrameCodec;
import baton.trials.wire.Bytes;
import baton.trials.wire.WireListener;
import baton.trials.wire.WireLoop;
import baton.trials.wire.WireSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A device of one conversation without a disk: it says whatever a real one would say (syncs,
/// fetches, credit, marks, beats) and at the same pace, but of what it receives it keeps only how
/// far it holds the log without a gap. Belongs to the thread of its loop.
final class LightDevice implements WireListener {
    private static final FrameCodec CODEC = new FrameCodec();
    private static final String NAMED = "\",\"conversation\":\"";
    private static final byte[] ACK = word("{\"t\":\"ack\"");
    private static final byte[] FEED = word("{\"t\":\"feed\"");
    private static final byte[] BEAT = word("{\"t\":\"beat\"");
    private static final byte[] BYE = word("{\"t\":\"bye\"");
    private static final byte[] RETRY = word("\"retryAfterMillis\":");
    private static final byte[] REFUSED = word("{\"t\":\"refused\"");
    private static final byte[] SEQ = word("\"seq\":");
    private static final byte[] FROM = word("\"from\":");
    private static final byte[] TO = word("\"to\":");
    private static final byte[] NEWEST = word("\"newest\":");
    private static final byte[] CLIENT_SEQ = word("\"clientSeq\":");
    private static final byte[] PUSHED = word("\"push\":true");
    private static final byte[] EVENTS = word("\"events\":[");
    private static final byte[] TEXT = word("\"text\":\"" + Sayings.MARK);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ConversationId conversation;

    /// Its account may be in other conversations, which it passes over.
    private final byte[] page;

    private final byte[] head;
    private final URI relay;
    private final String token;
    private final Hearer hearer;
    private final long[] heardOf;
    private WireSocket socket;

    /// How far the log is held without a gap.
    private long held;

    /// How long the log is known to be.
    private long top;

    private final LightFeed feed = new LightFeed();
    private long markedTo;
    private long beatenAt;
    private long asked;
    private int window = Limits.CREDIT_START;
    private int told = Limits.CREDIT_START;
    private int owed;
    private long frames;
    private long restMillis;
    private boolean isCurrent;

    /// Who wants to know what a device hears; of what it does not care about it has no method.
    interface Hearer {
        /// A message was stored here.
        ///
        /// @param sender of those that talk in the conversation
        /// @param number of the message among that sender's
        default void stored(LightDevice device, int sender, long number) {}

        default void acknowledged(LightDevice device, long clientSeq) {}

        /// The relay could not take it for now.
        default void refused(LightDevice device, long clientSeq) {}

        /// The relay has let it in; what had no answer is to be said again.
        default void opened(LightDevice device) {}

        /// It holds everything that it knows of.
        default void current(LightDevice device) {}

        /// @param restMillis for which the relay asked it to stay away
        default void closed(LightDevice device, long restMillis) {}
    }

    /// Connects.
    ///
    /// @param senders how many talk in the conversation
    LightDevice(
            WireLoop loop,
            URI relay,
            String token,
            ConversationId conversation,
            int senders,
            Hearer hearer) {
        this.conversation = conversation;
        this.page = word("{\"t\":\"page" + NAMED + conversation + "\"");
        this.head = word("\"t\":\"head" + NAMED + conversation + "\"");
        this.relay = relay;
        this.token = token;
        this.hearer = hearer;
        this.heardOf = new long[senders];
        // Devices do not beat all at once.
        this.beatenAt = System.nanoTime() - Math.floorMod(token.hashCode(), SECOND);
        this.socket = loop.connect(relay, token, this);
    }

    private static byte[] word(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Comes back after its connection ended.
    void connectAgain(WireLoop loop) {
        socket = loop.connect(relay, token, this);
    }

    boolean isOpen() {
        return socket.isOpen();
    }

    boolean isCurrent() {
        return isCurrent;
    }

    /// The newest message of a sender that it holds.
    long newestOf(int sender) {
        return heardOf[sender];
    }

    /// What no message says: a group's first event uses a number up.
    void count(int sender, long number) {
        heardOf[sender] = number;
    }

    long held() {
        return held;
    }

    /// Where it stands, for whoever looks for what is missing.
    @Override
    public String toString() {
        return "%d of %d, cursor %d, asked %d, owed %d%s"
                .formatted(held, top, feed.cursor(), asked, owed, isOpen() ? "" : ", away");
    }

    /// How many it has heard.
    long frames() {
        return frames;
    }

    void cut() {
        socket.cut();
    }

    @Override
    public void opened() {
        window = Limits.CREDIT_START;
        told = Limits.CREDIT_START;
        owed = 0;
        asked = 0;
        isCurrent = false;
        feed.opened();
        sync();
        hearer.opened(this);
    }

    /// @param clientSeq also the number of the message
    void send(long clientSeq, EventBody body) {
        MessageId id =
                MessageId.of(
                        clientSeq, token.hashCode(), (long) token.hashCode() << 32 ^ clientSeq);
        say(new ClientFrame.Send(conversation, clientSeq, id, 0, 0, body));
    }

    private void say(ClientFrame frame) {
        socket.say(CODEC.encode(frame));
    }

    /// Says what is due by the clock; called a few times a second.
    void tick(long now) {
        if (!socket.isOpen()) {
            return;
        }
        if (feed.isGapDue(now)) {
            sync();
        }
        long since = now - beatenAt;
        if (since >= SECOND && held > markedTo) {
            say(
                    new ClientFrame.Mark(
                            List.of(), List.of(new ClientFrame.StoredTo(conversation, held))));
            say(new ClientFrame.Beat(feed.cursor(), held, 0, isCurrent));
            markedTo = held;
            beatenAt = now;
        } else if (since >= Limits.BEAT.toNanos()) {
            say(new ClientFrame.Beat(feed.cursor(), held, 0, isCurrent));
            if (owed > 0) {
                giveBack();
            }
            beatenAt = now;
        }
    }

    @Override
    public void heard(byte[] bytes, int from, int to) {
        frames++;
        if (Bytes.startsWith(bytes, from, to, page)) {
            page(bytes, from, to);
        } else if (Bytes.startsWith(bytes, from, to, ACK)) {
            hearer.acknowledged(this, Bytes.numberAfter(bytes, from, to, CLIENT_SEQ));
        } else if (Bytes.startsWith(bytes, from, to, FEED)) {
            feed(bytes, from, to);
        } else if (Bytes.startsWith(bytes, from, to, BEAT)) {
            if (feed.heardOf(Bytes.numberAfter(bytes, from, to, NEWEST))) {
                isCurrent = false;
                sync();
            }
        } else if (Bytes.startsWith(bytes, from, to, REFUSED)) {
            hearer.refused(this, Bytes.numberAfter(bytes, from, to, CLIENT_SEQ));
        } else if (Bytes.startsWith(bytes, from, to, BYE)) {
            restMillis = Bytes.numberAfter(bytes, from, to, RETRY);
        }
    }

    private void page(byte[] bytes, int start, int to) {
        int events = Bytes.find(bytes, start, to, EVENTS);
        long from = Bytes.numberAfter(bytes, start, events, FROM);
        long last = Bytes.numberAfter(bytes, start, events, TO);
        boolean isPush = Bytes.find(bytes, start, events, PUSHED) >= 0;
        if (from <= held + 1 && last > held) {
            store(bytes, events, to, held + 1 - from);
            held = last;
        }
        if (isPush) {
            owed += (int) (last - from + 1);
            window = Math.min(Limits.CREDIT_MAX, window + Math.max(1, window / 8));
            if (owed * 2 >= Math.min(window, told)) {
                giveBack();
            }
        } else {
            asked = 0;
        }
        see(last);
    }

    private void giveBack() {
        say(new ClientFrame.Credit(owed, window));
        told = window;
        owed = 0;
    }

    /// @param known events at the beginning that it holds already
    private void store(byte[] bytes, int events, int to, long known) {
        int at = events;
        for (long event = 0; event <= known && at >= 0; event++) {
            at = Bytes.find(bytes, at + 1, to, CLIENT_SEQ);
        }
        at = Bytes.find(bytes, Math.max(at, events), to, TEXT);
        while (at >= 0) {
            at += TEXT.length;
            int sender = (int) Bytes.number(bytes, at);
            long number = Bytes.number(bytes, at + Sayings.SENDER_DIGITS + 1);
            if (number != heardOf[sender] + 1) {
                throw new AssertionError(
                        "%s holds %d of sender %d behind %d"
                                .formatted(conversation, number, sender, heardOf[sender]));
            }
            heardOf[sender] = number;
            hearer.stored(this, sender, number);
            at = Bytes.find(bytes, at, to, TEXT);
        }
    }

    private void feed(byte[] bytes, int from, int to) {
        long before = Bytes.numberAfter(bytes, from, to, FROM);
        long after = Bytes.numberAfter(bytes, from, to, TO);
        feed.heardOf(Bytes.numberAfter(bytes, from, to, NEWEST));
        boolean isToAsk = feed.isToAskAfter(before, after);
        int at = Bytes.find(bytes, from, to, head);
        top = Math.max(top, at < 0 ? 0 : Bytes.numberAfter(bytes, at, to, SEQ));
        if (isToAsk) {
            sync();
        } else if (feed.isCaughtUp()) {
            see(top);
        }
    }

    private void sync() {
        say(new ClientFrame.Sync(feed.asked()));
    }

    /// The log is known to be that long.
    private void see(long head) {
        top = Math.max(top, head);
        if (top > held) {
            isCurrent = false;
            if (asked <= held) {
                asked = Math.min(top, held + Limits.PAGE_EVENTS_MAX);
                say(new ClientFrame.Fetch(conversation, held + 1, asked));
            }
        } else if (!isCurrent) {
            isCurrent = true;
            hearer.current(this);
        }
    }

    @Override
    public void closed(int code) {
        isCurrent = false;
        hearer.closed(this, restMillis);
        restMillis = 0;
    }
}
