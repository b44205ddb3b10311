package baton.desktop.runtime;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Target;
import java.util.List;
import java.util.function.Consumer;

/// What a window may ask of its device. Every call returns at once and may come from any thread;
/// the work happens on the `sync` thread, offline as well as online.
public interface Intents {

    /// Puts a message into the outbox. The text may leave the composer when `done` says
    /// [Outcome.Stored]: from then on it is on this device's disk.
    ///
    /// @param done called once, on the `sync` thread
    void send(ConversationId conversation, Outgoing message, Consumer<Outcome> done);

    /// Gives a message of one's own another text.
    void edit(
            ConversationId conversation,
            Target target,
            String text,
            List<AccountId> mentions,
            Consumer<Outcome> done);

    /// Takes a message of one's own back, everywhere and for ever.
    void recall(ConversationId conversation, Target target, Consumer<Outcome> done);

    /// Reacts to a message, or takes the reaction back.
    void react(
            ConversationId conversation,
            Target target,
            String emoji,
            boolean on,
            Consumer<Outcome> done);

    /// From then on the relay refuses replies to something unseen, or does no more.
    void guard(ConversationId conversation, boolean on, Consumer<Outcome> done);

    /// Takes the conversation upon oneself.
    ///
    /// @param force even if somebody else holds it
    void claim(ConversationId conversation, boolean force, Consumer<Outcome> done);

    /// Gives one's claim up.
    void release(ConversationId conversation, Consumer<Outcome> done);

    /// Creates a group and answers its id at once; members other than oneself.
    ConversationId createGroup(String title, List<AccountId> members, Consumer<Outcome> done);

    void invite(ConversationId conversation, AccountId account, Consumer<Outcome> done);

    void leave(ConversationId conversation, Consumer<Outcome> done);

    /// Gives a group another title.
    void rename(ConversationId conversation, String title, Consumer<Outcome> done);

    /// Everything up to `seq` was read by a person here. Never moves back.
    void markRead(ConversationId conversation, long seq);

    /// The message at `seq` and all after it count as unread again, on every device.
    void markUnread(ConversationId conversation, long seq);

    /// Everything in every conversation was read.
    void markAllRead();

    /// A setting for all devices of the account; see [baton.model.SettingNames]. It holds here at
    /// once and is kept until the relay says that it stands.
    ///
    /// @param scope a conversation's id, or empty for the whole account
    /// @param value empty for the default
    void set(String name, String scope, String value);

    /// A person types in a conversation, or stopped. To be called at every key; others are told at
    /// most every few seconds.
    void typing(ConversationId conversation, boolean on);

    /// Whose presence is on the screen, instead of those named before; each is answered by a
    /// [Hint.Presence]. At most [baton.model.Limits#WATCHED_MAX] of them are.
    void watch(List<AccountId> accounts);

    /// The composer's text changed; empty clears the draft. Stored at once, told to the relay soon.
    void saveDraft(ConversationId conversation, String text);

    /// The person put the kept text back or does not want it any more.
    void dismissDraftCopy(ConversationId conversation);

    /// Makes the store's file as small as what is in it. What is asked meanwhile waits for it.
    void compact(Consumer<Outcome> done);

    /// Tries a failed row of the outbox once more, under a new clientSeq.
    default void retry(ConversationId conversation, long clientSeq) {
        retry(conversation, clientSeq, 0);
    }

    /// Tries a refused row once more after its author has seen what was newer, and without a claim.
    ///
    /// @param seen newest seq that the window has shown by now
    void retry(ConversationId conversation, long clientSeq, long seen);

    /// Deletes a failed row of the outbox.
    void discard(ConversationId conversation, long clientSeq);

    /// Puts the text of a failed message below the draft of its conversation and deletes the row,
    /// both or neither.
    ///
    /// @param done called once, on the `sync` thread
    void rework(ConversationId conversation, long clientSeq, Consumer<Outcome> done);

    /// This conversation is on the screen: what is missing of it is fetched before anything else.
    void view(ConversationId conversation);

    /// A hole was scrolled into sight: fetch it next, newest part first.
    void fill(ConversationId conversation, long from, long to);

    /// Whether old history is fetched by itself, until the program ends; what is in sight is in any
    /// case.
    void fetchHistory(boolean on);

    /// Does not wait for the next try.
    void connectNow();

    /// A message that leaves the composer.
    ///
    /// @param shownUpTo newest seq that the window had shown
    /// @param reply the message that it answers, or [Target#NONE]
    /// @param mentions members whom it names
    /// @param claim epoch of the claim under which it was written; 0 for none
    record Outgoing(
            String text, long shownUpTo, Target reply, List<AccountId> mentions, long claim) {
        public Outgoing {
            mentions = List.copyOf(mentions);
        }

        /// A plain text.
        public Outgoing(String text, long shownUpTo) {
            this(text, shownUpTo, Target.NONE, List.of(), 0);
        }

        /// Prints no text: what people type must never reach a log.
        @Override
        public String toString() {
            return "Outgoing[" + text.length() + " chars]";
        }
    }

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
