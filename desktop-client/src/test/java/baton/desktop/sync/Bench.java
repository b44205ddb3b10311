package baton.desktop.sync;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Register;
import baton.model.Revised;
import baton.model.Tally;
import baton.protocol.ClientFrame;
import baton.protocol.ProtocolVersion;
import baton.protocol.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// An engine on the bench: its inputs by hand, its effects in lists, its time still unless moved.
final class Bench {
    static final AccountId ANA = new AccountId("ana");
    static final DeviceId SELF = new DeviceId("ana1");
    static final ConversationId PAIR = ConversationId.direct(ANA, new AccountId("ben"));

    private final SyncEngine engine;
    private final List<ClientFrame> sent = new ArrayList<>();
    private final List<StoreChange> changes = new ArrayList<>();
    private final List<StoreQuestion> questions = new ArrayList<>();
    private final List<SyncEffect> moments = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private Instant wake = Instant.MAX;
    private long connection = -1;
    private int disconnects;
    private long revision;
    private long ids;

    Bench() {
        this(StoreSnapshot.EMPTY);
    }

    Bench(StoreSnapshot snapshot) {
        engine = new SyncEngine(SELF, ANA, snapshot, Portions.USUAL, new SplittableRandom(1));
        revision = snapshot.cursor();
        on(new SyncInput.Woke());
    }

    /// Opens the connection that the engine asked for and empties the list of frames.
    Bench online() {
        on(new SyncInput.ConnectNow());
        on(new SyncInput.Opened(connection));
        welcome(ProtocolVersion.CURRENT, 0);
        feed();
        sent.clear();
        return this;
    }

    /// Opens the connection that the engine asked for; the relay's store is of this epoch.
    Bench meet(long epoch) {
        on(new SyncInput.ConnectNow());
        on(new SyncInput.Opened(connection));
        sent.clear();
        return welcome(ProtocolVersion.CURRENT, epoch);
    }

    Bench welcome(int version, long epoch) {
        return receive(new ServerFrame.Welcome(ANA, SELF, "Ana", Instant.EPOCH, version, epoch));
    }

    /// The relay's feed begins anew.
    Bench forgetRevisions() {
        revision = 0;
        return this;
    }

    /// The questions to the store since the last time somebody asked for them.
    List<StoreQuestion> questions() {
        List<StoreQuestion> taken = List.copyOf(questions);
        questions.clear();
        return taken;
    }

    /// Who types and who is online, as it was shown.
    List<SyncEffect> moments() {
        return moments;
    }

    Bench on(SyncInput input) {
        for (SyncEffect effect : engine.on(now, input)) {
            switch (effect) {
                case SyncEffect.Commit commit -> changes.add(commit.change());
                case SyncEffect.Transmit transmit -> sent.add(transmit.frame());
                case SyncEffect.Connect connect -> connection = connect.connection();
                case SyncEffect.Disconnect disconnect -> disconnects++;
                case SyncEffect.Wake at -> wake = at.at();
                case SyncEffect.Trouble trouble -> troubles.add(trouble.code());
                case SyncEffect.Ask ask -> questions.add(ask.question());
                case SyncEffect.Typing typing -> moments.add(typing);
                case SyncEffect.Presence presence -> moments.add(presence);
            }
        }
        return this;
    }

    Bench receive(ServerFrame frame) {
        return on(new SyncInput.Received(connection, frame));
    }

    /// The feed brings these registers, and then nothing is missing of it.
    Bench feed(Register... registers) {
        List<Revised> revised = new ArrayList<>();
        long from = revision;
        for (Register register : registers) {
            revision++;
            revised.add(new Revised(revision, register));
        }
        return receive(new ServerFrame.Feed(from, revision, revision, 0, revised));
    }

    /// Time passes; the engine is woken whenever it asked to be.
    Bench pass(Duration time) {
        Instant end = now.plus(time);
        while (!wake.isAfter(end)) {
            now = wake.isAfter(now) ? wake : now;
            on(new SyncInput.Woke());
        }
        now = end;
        return on(new SyncInput.Woke());
    }

    Bench closed(String code, long retryAfterMillis) {
        return on(new SyncInput.Closed(connection, code, retryAfterMillis));
    }

    Bench say(String text) {
        return say(PAIR, text);
    }

    Bench say(ConversationId conversation, String text) {
        ids++;
        return on(
                new SyncInput.Compose(
                        conversation,
                        MessageId.of(ids, 0, ids),
                        new EventBody.Message(text),
                        0,
                        Tally.ZERO,
                        0));
    }

    /// Frames of one kind that were sent since the last time somebody asked for any.
    <T extends ClientFrame> List<T> take(Class<T> kind) {
        List<T> taken = sent.stream().filter(kind::isInstance).map(kind::cast).toList();
        sent.clear();
        return taken;
    }

    <T extends StoreChange> List<T> changes(Class<T> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Long> takeSends() {
        return take(ClientFrame.Send.class).stream().map(ClientFrame.Send::clientSeq).toList();
    }

    List<String> troubles() {
        return troubles;
    }

    long connection() {
        return connection;
    }

    int disconnects() {
        return disconnects;
    }

    Instant now() {
        return now;
    }

    Readings readings() {
        return engine.readings();
    }

    Standing standing() {
        return engine.standing(now);
    }

    /// The row as it was last written.
    OutboxRow.State stateOf(long clientSeq) {
        return changes(StoreChange.OutboxPut.class).stream()
                .map(StoreChange.OutboxPut::row)
                .filter(row -> row.clientSeq() == clientSeq)
                .toList()
                .getLast()
                .state();
    }
}
