package baton.relay.log;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The logs of all conversations: the truth about what was said and in which order.
///
/// May be used by any thread. Appends of one conversation take effect in the order in which one
/// thread offers them. Reads block and throw [baton.relay.node.StoreUnavailableException] if the
/// store is away.
public interface ConversationLog {

    /// Sends whose outcome a log remembers per device: twice what may be in flight.
    int OUTCOMES_KEPT = 2 * baton.model.Limits.SENDS_IN_FLIGHT_MAX;

    /// Appends an event; never blocks. The first event of a direct conversation or of notes brings
    /// the conversation into being: its members must exist, which the caller has checked.
    ///
    /// @param outcome called exactly once, by any thread, after the event is durable; must not
    ///   block
    void append(Append append, Consumer<AppendOutcome> outcome);

    /// Uses up the clientSeq of a send that may not be stored, unless it was decided before.
    ///
    /// @param refusal a permanent one
    /// @param outcome as with [#append]
    void refuse(Append append, Refusal refusal, Consumer<AppendOutcome> outcome);

    /// Appends an event that this relay accepted once and whose store may have lost it, as it was:
    /// author, device, clientSeq, id, time and seal. Only its proof is looked at and that its
    /// clientSeq is the next one of its device, neither fence nor guard nor claim. Nothing that is
    /// refused uses up a clientSeq. An offer over a gap leaves the numbers before it open: whoever
    /// brings one of them later, its device or another, has it stored then. So does whoever brings
    /// a number that was used up by a refusal: what the relay vouches for was never refused.
    ///
    /// @param outcome as with [#append]; [Refusal#OFFER_REFUSED] if the relay's proof is missing or
    ///   wrong
    void offer(Offer offer, Consumer<AppendOutcome> outcome);

    /// The digests at places of a log, as far as the account may know them.
    ///
    /// @param from as many places are answered as [baton.model.Limits#PROBE_PLACES_MAX]
    /// @return empty if there is no such log, or if the account never was a member
    Optional<LogDigests> digests(
            ConversationId conversation, AccountId account, long from, long to);

    /// Counts anew, from the events themselves, what an account has not read.
    ///
    /// @param read newest seq that counts as read
    /// @return empty if the account never was a member, if the log grew meanwhile, if more than
    ///   [baton.model.Limits#AUDIT_EVENTS_MAX] events lie after `read`, or if more than
    ///   [baton.model.Limits#NOTABLE_KEPT] messages there were recalled or ever named the account:
    ///   then no badge can know of all of them
    Optional<Recount> recount(ConversationId conversation, AccountId account, long read);

    /// The newest events of an interval, as far as an account may see them: from its floor to the
    /// head or to where it left.
    ///
    /// @return empty if the account never was a member
    Optional<LogPage> page(ConversationId conversation, AccountId account, long from, long to);

    /// Where the given conversations stand, each in itself consistent; those without any event are
    /// left out.
    List<LogState> states(Collection<ConversationId> conversations);

    /// How far each of these logs has been made known to all its members.
    void announced(Collection<LogState> states);

    /// Has title and members told again although no event changed them: raises the version of these
    /// logs. Those that are not there are passed over.
    void retell(Collection<ConversationId> conversations);

    /// Hints that nothing after `seq` waits to be announced, so that nobody needs to look after
    /// this conversation if the node dies. Never blocks.
    void settled(ConversationId conversation, long seq);

    /// Prefix counts of an account at a place of a log, found by reading no more than the events
    /// between that place and the nearest one whose counts are known.
    ///
    /// @return with the place that was counted at: the head if `seq` lies beyond it, the place just
    ///   before the account's floor if `seq` lies below it, to which a trim may have raised it
    ///   since the caller looked; [KnownTally#START] if the account never was a member
    KnownTally tallyAt(ConversationId conversation, AccountId account, long seq, KnownTally known);
}
