package baton.relay.log;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Guard;
import baton.model.Preview;
import baton.protocol.StoredEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where one conversation stood at one moment.
///
/// @param newest its last event, hence head, count and digest
/// @param preview its last message as its edits left it, or whatever else the list shows
/// @param version rises with every change of title, members, their names, guard, claim or floor
/// @param announced what all members had been told
/// @param members everybody who is or was in it, by account
/// @param notables of accounts that have any
public record LogState(
        ConversationId conversation,
        long epoch,
        StoredEvent newest,
        Preview preview,
        String title,
        long version,
        Announced announced,
        Guard guard,
        Map<AccountId, Membership> members,
        Map<AccountId, Notables> notables) {

    /// @param seq up to which the members' head registers have been raised
    /// @param version of title and members that their info registers had then
    /// @param epoch that their head registers named
    public record Announced(long seq, long version, long epoch) {
        public static final Announced NOTHING = new Announced(0, 0, 0);
    }

    public LogState {
        members = java.util.Collections.unmodifiableMap(new TreeMap<>(members));
        notables = java.util.Collections.unmodifiableMap(new TreeMap<>(notables));
    }

    public long head() {
        return newest.seq();
    }

    /// Whether some member has not been told of the newest event, or not in this epoch.
    public boolean isToAnnounce() {
        return announced.seq() < head()
                || announced.version() < version
                || announced.epoch() < epoch;
    }

    /// Whether somebody was told of this log before in its epoch, so that its marks are of this
    /// log.
    public boolean hasTold(Membership member) {
        return announced.epoch() == epoch && member.floor() <= announced.seq();
    }

    /// What this account is to the conversation; empty if it never was in it.
    public Optional<Membership> of(AccountId account) {
        return Optional.ofNullable(members.get(account));
    }

    /// What of it is notable to this account.
    public Notables notablesOf(AccountId account) {
        return notables.getOrDefault(account, Notables.NONE);
    }

    /// Who is in it now.
    public List<AccountId> present() {
        return members.values().stream()
                .filter(Membership::isMember)
                .map(Membership::account)
                .toList();
    }
}
