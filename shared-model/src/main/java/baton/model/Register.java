package baton.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One small piece of an account's state. Each key stands once in the account's feed, at its newest
/// revision. Registers with a [#rank] are joins: the greatest rank wins wherever and in whatever
/// order they meet. Registers without one are decided by the relay's order (a draft:
/// compare-and-set).
public sealed interface Register {

    /// Names the register within its account, for example `head/d:ana:ben`.
    String key();

    /// The rank that decides which of two values wins; empty for registers that the relay's order
    /// decides.
    default Optional<Rank> rank() {
        return Optional.empty();
    }

    /// Where a conversation's log stands: what a device must fetch and how much is unread.
    ///
    /// @param own how many of `count` this account wrote
    record Head(
            ConversationId conversation,
            long epoch,
            long seq,
            long count,
            long own,
            long digest,
            Instant at,
            Preview preview)
            implements Register {
        @Override
        public String key() {
            return "head/" + conversation;
        }

        @Override
        public Optional<Rank> rank() {
            return Optional.of(new Rank(epoch, seq));
        }

        public Tally tally() {
            return new Tally(count, own);
        }
    }

    /// What a conversation is and what of it this account may see.
    ///
    /// @param epoch of the store whose log says so
    /// @param version rises with every change of title, members, their names, guard, claim or floor
    /// @param title of a group; empty for direct conversations and notes
    /// @param members everybody who is in it now
    /// @param floor first seq that this account may see
    /// @param floorCount prefix count just before `floor`
    /// @param floorOwn how many of `floorCount` this account wrote
    /// @param left whether this account is no longer a member; history up to then stays readable
    record Info(
            ConversationId conversation,
            long epoch,
            long version,
            String title,
            List<Member> members,
            long floor,
            long floorCount,
            long floorOwn,
            boolean left,
            Guard guard)
            implements Register {
        public Info {
            members = List.copyOf(members);
        }

        /// The account's tally just before the floor.
        public Tally floorTally() {
            return new Tally(floorCount, floorOwn);
        }

        @Override
        public String key() {
            return "info/" + conversation;
        }

        @Override
        public Optional<Rank> rank() {
            return Optional.of(new Rank(epoch, version));
        }
    }

    /// How far the account has read: maximum of (generation, seq). Reading raises seq; "mark
    /// unread" opens a new generation with a lower seq, so that a lagging device cannot undo it.
    ///
    /// @param count prefix count at `seq`
    /// @param own how many of `count` this account wrote
    record Read(ConversationId conversation, long generation, long seq, long count, long own)
            implements Register {
        @Override
        public String key() {
            return "read/" + conversation;
        }

        @Override
        public Optional<Rank> rank() {
            return Optional.of(new Rank(generation, seq));
        }

        public Tally tally() {
            return new Tally(count, own);
        }
    }

    /// The messages of a conversation that a badge treats unlike others: recalled ones count no
    /// more, and mentions of this account have a badge of their own. Each list holds the newest
    /// [Limits#NOTABLE_KEPT], in rising order; older ones are treated like any other message.
    ///
    /// @param seq of the event that changed it last, or a later one at which it was told again
    /// @param recalled seqs of recalled messages of others
    /// @param mentions seqs of messages that mention this account and were not recalled
    record Notable(
            ConversationId conversation,
            long epoch,
            long seq,
            List<Long> recalled,
            List<Long> mentions)
            implements Register {
        public Notable {
            recalled = List.copyOf(recalled);
            mentions = List.copyOf(mentions);
        }

        @Override
        public String key() {
            return "notable/" + conversation;
        }

        @Override
        public Optional<Rank> rank() {
            return Optional.of(new Rank(epoch, seq));
        }
    }

    /// One setting of the account, for all its devices: pin, mute, archive, receipts and whatever
    /// else is decided by whoever set it last, in the relay's order.
    ///
    /// @param name 1 to 32 of `a-z -`; see [SettingNames]
    /// @param scope a conversation's id, or empty for the whole account
    /// @param value at most [Limits#SETTING_CHARS_MAX] characters; empty is the default
    /// @param epoch with `revision`, its place in the relay's order: under which epoch it was set;
    ///   0 while the relay has not said so
    /// @param revision of the account as which it was set, if a device gave it back after a loss;
    ///   else 0, for the revision that stands beside it
    record Setting(String name, String scope, String value, long epoch, long revision)
            implements Register {
        /// Of which nothing is known but what it says.
        public Setting(String name, String scope, String value) {
            this(name, scope, value, 0, 0);
        }

        /// @throws IllegalArgumentException if name, scope or value have another shape
        public Setting {
            if (!SettingNames.isWellFormed(name, scope, value)) {
                throw new IllegalArgumentException("malformed setting");
            }
        }

        @Override
        public String key() {
            return keyOf(name, scope);
        }

        /// The same at a place in the relay's order.
        public Setting at(long inEpoch, long asRevision) {
            return new Setting(name, scope, value, inEpoch, asRevision);
        }

        /// Its place in the relay's order.
        ///
        /// @param stands revision at which it stands
        /// @param known epoch that it was heard in, for a relay that does not say when it was set
        public Rank written(long stands, long known) {
            return new Rank(epoch == 0 ? known : epoch, revision == 0 ? stands : revision);
        }

        /// Whether it says what to call the person, which others are told.
        public boolean namesPerson() {
            return name.equals(SettingNames.NAME) && scope.isEmpty();
        }

        /// The key of a setting.
        public static String keyOf(String name, String scope) {
            return scope.isEmpty() ? "setting/" + name : "setting/" + name + "/" + scope;
        }
    }

    /// Unsent text of a conversation; empty text means no draft.
    ///
    /// @param device which wrote it
    /// @param deviceName what the person calls that device
    record Draft(
            ConversationId conversation,
            String text,
            DeviceId device,
            String deviceName,
            Instant at)
            implements Register {
        @Override
        public String key() {
            return "draft/" + conversation;
        }

        /// Prints no text: what people type must never reach a log.
        @Override
        public String toString() {
            return "Draft[" + conversation + " " + text.length() + " chars by " + device + "]";
        }
    }

    /// Up to which seq at least one device of `by` has stored the conversation without gap.
    record Delivered(ConversationId conversation, AccountId by, long seq) implements Register {
        @Override
        public String key() {
            return "delivered/" + conversation + "/" + by;
        }

        @Override
        public Optional<Rank> rank() {
            return Optional.of(new Rank(0, seq));
        }
    }

    /// Up to which seq another member has read: a register of its own, so that switching receipts
    /// off never breaks one's own sync.
    record ReadBy(ConversationId conversation, AccountId by, long seq) implements Register {
        @Override
        public String key() {
            return "readby/" + conversation + "/" + by;
        }

        @Override
        public Optional<Rank> rank() {
            return Optional.of(new Rank(0, seq));
        }
    }

    /// One device of the account, for the device matrix.
    ///
    /// @param fence of the session that wrote this: a session that was replaced cannot speak for
    ///   the device any more
    /// @param beat rises with every write of that session
    /// @param held countable events that the device had stored when it last reported
    /// @param outgoing messages in its outbox at that time
    /// @param at when it last reported; `online` says whether that was its last sign of life
    /// @param currentAt when it last had everything; [Instant#EPOCH] for never
    record Device(
            DeviceId device,
            String name,
            String platform,
            long fence,
            long beat,
            boolean online,
            long held,
            long outgoing,
            Instant at,
            Instant currentAt)
            implements Register {
        /// The fence of a device that was signed out: above every session's, so that none speaks
        /// for it again.
        public static final long SIGNED_OUT = 1L << 52;

        public boolean wasSignedOut() {
            return fence == SIGNED_OUT;
        }

        @Override
        public String key() {
            return "device/" + device;
        }

        @Override
        public Optional<Rank> rank() {
            return Optional.of(new Rank(fence, beat));
        }
    }

    /// A register of a later version: kept out of the way, its revision still counts.
    record Unknown(String key, String json) implements Register {}
}
