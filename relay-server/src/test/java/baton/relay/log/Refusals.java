package baton.relay.log;

import baton.model.AccountId;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.Refusal;
import baton.model.Target;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/// Why a log in memory refuses an event: the same rules as in the scripts, in the same order.
record Refusals(MemoryLog log, Incoming incoming) {

    Optional<Refusal> first() {
        boolean isNew = log.events.head() == 0;
        Collection<AccountId> brought = incoming.brought();
        boolean isInvited = incoming.body() instanceof EventBody.Invited;
        if (!isNew && incoming.body() instanceof EventBody.Created) {
            return Optional.of(Refusal.CONVERSATION_EXISTS);
        }
        if (isNew && (brought.isEmpty() || isInvited)) {
            return Optional.of(Refusal.NOT_A_MEMBER);
        }
        if (incoming.isOffered()) {
            return Optional.empty();
        }
        if (!isNew && !log.has(author())) {
            return Optional.of(Refusal.NOT_A_MEMBER);
        }
        long joining = brought.stream().filter(account -> !log.has(account)).count();
        if (isInvited && joining == 0) {
            return Optional.of(Refusal.NOT_ALLOWED);
        }
        if (log.size() + joining > Limits.MEMBERS_MAX) {
            return Optional.of(Refusal.TOO_MANY_MEMBERS);
        }
        return ofTarget().or(this::ofClaim).or(this::ofGuard);
    }

    private AccountId author() {
        return incoming.event().author();
    }

    private Optional<Refusal> ofTarget() {
        Target target = MemoryEvents.targetOf(incoming.body());
        if (target.isNone()) {
            return Optional.empty();
        }
        Optional<MemoryEvents.Found> found = log.events.find(target);
        if (found.isEmpty()) {
            return Optional.of(Refusal.MESSAGE_GONE);
        }
        boolean isOwn = found.get().author().equals(author());
        boolean isGone = found.get().isGone();
        return switch (incoming.body()) {
            case EventBody.Edited edited when !isOwn -> Optional.of(Refusal.NOT_ALLOWED);
            case EventBody.Recalled recalled when !isOwn -> Optional.of(Refusal.NOT_ALLOWED);
            case EventBody.Edited edited when isGone -> Optional.of(Refusal.MESSAGE_GONE);
            case EventBody.Reacted reacted when isGone -> Optional.of(Refusal.MESSAGE_GONE);
            default -> Optional.empty();
        };
    }

    private Optional<Refusal> ofClaim() {
        Instant at = incoming.event().at();
        long standing = log.guard().claim().epoch();
        return switch (incoming.body()) {
            case EventBody.Claimed claimed
                    when !claimed.force() && log.isHeldAgainst(author(), at) ->
                    Optional.of(Refusal.CLAIM_HELD);
            case EventBody.Released released when !log.guard().claim().isHeldBy(author()) ->
                    Optional.of(Refusal.NOT_ALLOWED);
            default ->
                    incoming.claim() != 0 && incoming.claim() != standing
                            ? Optional.of(Refusal.CLAIM_LOST)
                            : Optional.empty();
        };
    }

    private Optional<Refusal> ofGuard() {
        return log.guard().on()
                        && incoming.body() instanceof EventBody.Message
                        && newestOfOthers() > incoming.seen()
                ? Optional.of(Refusal.STALE_REPLY)
                : Optional.empty();
    }

    long newestOfOthers() {
        return log.events.newestMessageOfOthers(author());
    }
}
