package baton.desktop.store.sqlite;

import baton.desktop.store.Identity;
import baton.desktop.sync.LocalDraft;
import baton.desktop.sync.OutboxRow;
import baton.desktop.sync.StoreChange;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Target;
import baton.rules.LogDigest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A conversation of Ana and Ben in a real store, for tests of what is made of a store.
public final class StoredTalk {
    public static final Identity OWNER = Logs.ANAS;
    public static final AccountId ANA = Logs.ANA;
    public static final AccountId BEN = Logs.BEN;
    public static final ConversationId TALK = Logs.WITH_BEN;
    private static final int PAGE = 500;

    /// The moment of the event of seq 0, had there been one.
    public static final Instant BEGIN = Logs.NOON;

    private StoredTalk() {}

    /// @param author who says or does it
    public record Line(AccountId author, EventBody body) {
        public static Line of(AccountId author, String text) {
            return new Line(author, new EventBody.Message(text));
        }
    }

    /// How to name the line of a number, the first being 1.
    public static Target line(long seq) {
        return new Target(seq, MessageId.of(Logs.NOON.toEpochMilli(), 7, seq));
    }

    /// Makes a store that holds these lines and belongs to [#OWNER].
    public static void write(Path store, List<Line> lines) {
        try (SqliteStore writer = SqliteStore.open(store)) {
            writer.adopt(OWNER);
            List<Event> log = log(lines);
            for (int from = 0; from < log.size(); from += PAGE) {
                int to = Math.min(log.size(), from + PAGE);
                List<StoreChange> changes = new ArrayList<>();
                changes.addAll(Logs.hold(TALK, log, List.of(Logs.span(log, from + 1L, to))));
                changes.set(changes.size() - 1, spans(log, to));
                changes.add(Logs.head(TALK, log, to));
                writer.commit(changes);
            }
            writer.commit(List.of(Logs.info(TALK, 1, 0), new StoreChange.CursorSet(7)));
        }
    }

    private static StoreChange spans(List<Event> log, long to) {
        return Logs.hold(TALK, log, List.of(Logs.span(log, 1, to))).getLast();
    }

    private static List<Event> log(List<Line> lines) {
        List<Event> log = new ArrayList<>();
        long count = 0;
        long digest = LogDigest.EMPTY;
        for (Line line : lines) {
            long seq = log.size() + 1L;
            count += line.body().isCountable() ? 1 : 0;
            Event event = Logs.event(seq, count, digest, line.author(), line.body());
            digest = LogDigest.next(digest, seq, LogDigest.entryHash(event));
            log.add(event);
        }
        return log;
    }

    /// Puts a message into the outbox and a half-written one into the composer.
    public static void leaveUnsaid(Path store, String unsent, String draft) {
        try (SqliteStore writer = SqliteStore.open(store)) {
            writer.commit(
                    List.of(
                            new StoreChange.OutboxPut(Logs.unsent(TALK, 8, unsent)),
                            new StoreChange.ClientSeqUsed(TALK, 8),
                            new StoreChange.LocalDraftPut(
                                    new LocalDraft(TALK, draft, 0, Logs.NOON))));
        }
    }

    /// What waits in a store, and under which number.
    public static List<OutboxRow> outbox(Path store) {
        try (SqliteStore reader = SqliteStore.open(store)) {
            return reader.load().outbox();
        }
    }
}
