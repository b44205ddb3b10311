package baton.relay.session;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Register;
import baton.model.Revised;
import baton.protocol.ClientFrame;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import baton.protocol.ProtocolVersion;
import baton.protocol.ServerFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A device on the far side of a session: says frames, keeps what it hears, and may stop reading.
/// For one thread.
final class TestDevice implements FrameSink {
    private static final FrameCodec CODEC = new FrameCodec();

    private final MemoryRelay relay;
    private final DeviceSession session;
    private final AccountId account;
    private final List<ServerFrame> heard = new ArrayList<>();
    private final Map<ConversationId, Long> clientSeqs = new HashMap<>();
    private int room = Integer.MAX_VALUE;
    private int closedWith;

    private TestDevice(MemoryRelay relay, String account, String device, int version) {
        this.relay = relay;
        this.account = new AccountId(account);
        DeviceId id = new DeviceId(device);
        this.session =
                relay.open(new Identity(this.account, id, account, device, "linux", version), this);
    }

    /// Connects, and takes nothing that was not asked for yet.
    static TestDevice connected(MemoryRelay relay, String account, String device) {
        return connected(relay, account, device, ProtocolVersion.CURRENT);
    }

    static TestDevice connected(MemoryRelay relay, String account, String device, int version) {
        TestDevice opened = new TestDevice(relay, account, device, version);
        relay.settle();
        return opened;
    }

    /// Connects and has caught up.
    static TestDevice synced(MemoryRelay relay, String account, String device) {
        return synced(relay, account, device, ProtocolVersion.CURRENT);
    }

    static TestDevice synced(MemoryRelay relay, String account, String device, int version) {
        TestDevice opened = connected(relay, account, device, version);
        opened.say(new ClientFrame.Sync(0));
        opened.forget();
        return opened;
    }

    @Override
    public boolean offer(String frame) {
        if (room == 0) {
            return false;
        }
        room--;
        try {
            return heard.add(CODEC.decodeServer(frame));
        } catch (MalformedFrameException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close(int code, String reason) {
        closedWith = code;
    }

    /// Has room for so many more frames and then none.
    void readOnly(int frames) {
        room = frames;
    }

    AccountId account() {
        return account;
    }

    int closedWith() {
        return closedWith;
    }

    /// Offers a frame, and lets the relay do all that follows from it at this time.
    void say(ClientFrame frame) {
        if (!session.offer(frame)) {
            throw new AssertionError("the inbox is full");
        }
        relay.settle();
    }

    /// Offers a frame and leaves it there.
    boolean whisper(ClientFrame frame) {
        return session.offer(frame);
    }

    /// Lets the relay handle what this device said, and nothing that others are told of it.
    void settleAlone() {
        relay.settleOnly(session);
    }

    void unplug() {
        session.disconnected();
        relay.settle();
    }

    /// The next send of a conversation.
    ClientFrame.Send next(ConversationId conversation, EventBody body) {
        long clientSeq = clientSeqs.merge(conversation, 1L, Long::sum);
        return send(conversation, clientSeq, body);
    }

    static ClientFrame.Send send(ConversationId conversation, long clientSeq, EventBody body) {
        MessageId id = MessageId.of(clientSeq, clientSeq, conversation.value().length());
        return new ClientFrame.Send(conversation, clientSeq, id, 0, 0, body);
    }

    void write(ConversationId conversation, String text) {
        say(next(conversation, new EventBody.Message(text)));
    }

    void forget() {
        heard.clear();
    }

    List<ServerFrame> heard() {
        return List.copyOf(heard);
    }

    <T extends ServerFrame> List<T> heard(Class<T> type) {
        return heard.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends ServerFrame> T last(Class<T> type) {
        List<T> all = heard(type);
        if (all.isEmpty()) {
            throw new AssertionError("heard no " + type.getSimpleName() + " but " + heard);
        }
        return all.getLast();
    }

    /// The seqs of all events that were pushed, in order of arrival.
    List<Long> pushed() {
        return heard(ServerFrame.Page.class).stream()
                .filter(ServerFrame.Page::push)
                .flatMap(page -> page.events().stream())
                .map(Event::seq)
                .toList();
    }

    /// The newest value that a register was heard to take.
    <T extends Register> Optional<T> register(Class<T> type, String key) {
        return heard(ServerFrame.Feed.class).stream()
                .flatMap(feed -> feed.registers().stream())
                .map(Revised::register)
                .filter(register -> register.key().equals(key))
                .map(type::cast)
                .reduce((earlier, later) -> later);
    }
}
