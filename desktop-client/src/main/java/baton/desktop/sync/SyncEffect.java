package baton.desktop.sync;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.protocol.ClientFrame;
import java.time.Instant;
import java.util.List;

/// All that an engine can want. The shell commits every [Commit] of a turn in one transaction
/// before it lets any other effect of that turn out, in their order. An effect that is lost after
/// the commit is made again from the store.
public sealed interface SyncEffect {
    record Commit(StoreChange change) implements SyncEffect {}

    /// @param connection that the frame is meant for
    record Transmit(long connection, ClientFrame frame) implements SyncEffect {}

    /// @param connection drawn by the engine; every input about this connection names it
    record Connect(long connection) implements SyncEffect {}

    /// The engine has forgotten the connection already; no answer is expected.
    record Disconnect(long connection, String code) implements SyncEffect {}

    /// Replaces the wish before it; [Instant#MAX] takes it back.
    record Wake(Instant at) implements SyncEffect {}

    /// Something that a person should know of.
    ///
    /// @param code a heading of `docs/errors.md`
    /// @param about the conversation, register or setting, for the log
    record Trouble(String code, String about) implements SyncEffect {}

    /// Looks something up once this turn is committed; the answer is an input of the next turn.
    record Ask(StoreQuestion question) implements SyncEffect {}

    /// Who types in a conversation now, all of them; nothing of it is stored.
    record Typing(ConversationId conversation, List<AccountId> who) implements SyncEffect {
        public Typing {
            who = List.copyOf(who);
        }
    }

    /// Whether a watched account is online; nothing of it is stored.
    ///
    /// @param seenAt last sign of life if it is not; [Instant#EPOCH] if unknown
    record Presence(AccountId account, boolean online, Instant seenAt) implements SyncEffect {}
}
