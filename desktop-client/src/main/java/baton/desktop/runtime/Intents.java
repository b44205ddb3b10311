package baton.desktop.runtime;

import baton.model.AccountId;
import baton.model.ConversationId;
import java.util.List;
import java.util.function.Consumer;

/// What a window may ask of its device. Every call returns at once and may come from any thread;
/// the work happens on the `sync` thread, offline as well as online.
public interface Intents {

    /// Puts a message into the outbox. The text may leave the composer when `done` says
    /// [Outcome.Stored]: from then on it is on this device's disk.
    ///
    /// @param shownUpTo newest seq that the window had shown
    /// @param done called once, on the `sync` thread
    void send(ConversationId conversation, String text, long shownUpTo, Consumer<Outcome> done);

    /// Creates a group and answers its id at once; members other than oneself.
    ConversationId createGroup(String title, List<AccountId> members, Consumer<Outcome> done);

    void invite(ConversationId conversation, AccountId account, Consumer<Outcome> done);

    void leave(ConversationId conversation, Consumer<Outcome> done);

    /// Everything up to `seq` was read by a person here. Never moves back.
    void markRead(ConversationId conversation, long seq);

    /// The message at `seq` and all after it count as unread again, on every device.
    void markUnread(ConversationId conversation, long seq);

    /// The composer's text changed; empty clears the draft. Stored at once, told to the relay soon.
    void saveDraft(ConversationId conversation, String text);

    /// The person put the kept text back or does not want it any more.
    void dismissDraftCopy(ConversationId conversation);

    /// Tries a failed row of the outbox once more, under a new clientSeq.
    void retry(ConversationId conversation, long clientSeq);

    /// Deletes a failed row of the outbox.
    void discard(ConversationId conversation, long clientSeq);

    /// This conversation is on the screen: what is missing of it is fetched before anything else.
    void view(ConversationId conversation);

    /// A hole was scrolled into sight: fetch it next, newest part first.
    void fill(ConversationId conversation, long from, long to);

    /// Does not wait for the next try.
    void connectNow();

    /// What became of a request.
    sealed interface Outcome {
        /// On this device's disk.
        record Stored() implements Outcome {}

        /// Not stored; the text stays where it was.
        ///
        /// @param code of a [baton.model.Refusal] or of a local reason such as `disk-full`
        record Rejected(String code) implements Outcome {}
    }
}
