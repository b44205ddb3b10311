package baton.simulation;

import baton.model.AccountId;
import baton.model.Claim;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.MessageId;
import baton.model.Refusal;
import baton.model.Target;
import baton.simulation.Chronicle.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;

/// One conversation as its plainest reader understands it: from front to back, one entry after the
/// other, by the words of the protocol. Shares no rule with the code under test.
final class PlainReading {
    private static final int REACH = 500;

    private final ConversationId conversation;
    private final LongUnaryOperator floors;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<MessageId, Entry> messages = new HashMap<>();
    private final Map<MessageId, List<Entry>> about = new HashMap<>();
    private final Map<AccountId, Long> joined = new TreeMap<>();
    private final Map<AccountId, Long> left = new TreeMap<>();
    private final Map<AccountId, Long> newestMessages = new TreeMap<>();
    private String title = "";
    private boolean guarded;
    private Claim claim = Claim.NONE;
    private Instant holderHeardAt = Instant.EPOCH;

    /// What a message says to whoever knows the log up to some place.
    record Shown(
            String text,
            Set<AccountId> mentions,
            boolean edited,
            boolean gone,
            Map<String, Set<AccountId>> reactions) {
        static final Shown GONE = new Shown("", Set.of(), false, true, Map.of());
    }

    private PlainReading(ConversationId conversation, LongUnaryOperator floors) {
        this.conversation = conversation;
        this.floors = floors;
    }

    /// @throws AssertionError if something stands there that should have been refused
    static PlainReading of(ConversationId conversation, List<Entry> entries) {
        return of(conversation, entries, seq -> 1);
    }

    /// @param floors lowest seq that was kept when an entry was said
    /// @throws AssertionError if something stands there that should have been refused
    static PlainReading of(
            ConversationId conversation, List<Entry> entries, LongUnaryOperator floors) {
        PlainReading reading = new PlainReading(conversation, floors);
        for (Entry entry : entries) {
            reading.mustBeAllowed(entry, floors.applyAsLong(entry.seq()));
            reading.take(entry);
        }
        return reading;
    }

    private void mustBeAllowed(Entry entry, long floor) {
        Set<Refusal> reasons = entry.isOffered() ? Set.of() : reasonsAgainst(entry, floor);
        if (!reasons.isEmpty()) {
            throw new AssertionError(
                    "should have been refused as %s: \"%s\" at %d of %s"
                            .formatted(reasons, entry.body().kind(), entry.seq(), conversation));
        }
        if (entry.seq() != entries.size() + 1) {
            throw new AssertionError(
                    "%s goes from %d to %d".formatted(conversation, entries.size(), entry.seq()));
        }
    }

    /// Why this may not be said next.
    ///
    /// @param floor lowest seq that is still kept
    Set<Refusal> reasonsAgainst(Entry entry, long floor) {
        Set<Refusal> reasons = EnumSet.noneOf(Refusal.class);
        if (!mayAuthorSpeak(entry)) {
            reasons.add(Refusal.NOT_A_MEMBER);
        }
        addIf(
                reasons,
                Refusal.CONVERSATION_EXISTS,
                !entries.isEmpty() && entry.body() instanceof EventBody.Created);
        addIf(
                reasons,
                Refusal.NOT_ALLOWED,
                entry.body() instanceof EventBody.Invited invited && isMember(invited.account()));
        addTargetReasons(reasons, entry, floor);
        addClaimReasons(reasons, entry);
        addIf(
                reasons,
                Refusal.STALE_REPLY,
                guarded
                        && entry.body() instanceof EventBody.Message
                        && newestOfOthers(entry.author()) > entry.seen());
        return reasons;
    }

    private static void addIf(Set<Refusal> reasons, Refusal reason, boolean holds) {
        if (holds) {
            reasons.add(reason);
        }
    }

    private boolean mayAuthorSpeak(Entry entry) {
        boolean founds =
                entry.body() instanceof EventBody.Created
                        || conversation.namedMembers().contains(entry.author());
        return entries.isEmpty() ? founds : isMember(entry.author());
    }

    private void addTargetReasons(Set<Refusal> reasons, Entry entry, long floor) {
        Target target = targetOf(entry.body());
        if (target.isNone()) {
            return;
        }
        Optional<Entry> message = Optional.ofNullable(messages.get(target.id()));
        boolean isThere =
                message.filter(found -> found.seq() >= floor && isInReach(found, target))
                        .isPresent();
        boolean isOwn = message.filter(found -> found.author().equals(entry.author())).isPresent();
        boolean isChange =
                entry.body() instanceof EventBody.Edited
                        || entry.body() instanceof EventBody.Reacted;
        addIf(reasons, Refusal.MESSAGE_GONE, !isThere);
        addIf(
                reasons,
                Refusal.MESSAGE_GONE,
                isThere && isChange && isRecalled(message.orElseThrow()));
        addIf(
                reasons,
                Refusal.NOT_ALLOWED,
                isThere
                        && !isOwn
                        && (entry.body() instanceof EventBody.Edited
                                || entry.body() instanceof EventBody.Recalled));
    }

    /// What a loss moved elsewhere is looked for among the newest events only.
    private boolean isInReach(Entry message, Target target) {
        return message.seq() == target.seq()
                || message.seq() > entries.size() - REACH
                || isRecalled(message);
    }

    private void addClaimReasons(Set<Refusal> reasons, Entry entry) {
        boolean isHeldByOther =
                !claim.holder().isEmpty()
                        && !claim.isHeldBy(entry.author())
                        && entry.at().isBefore(holderHeardAt.plus(Limits.CLAIM));
        addIf(
                reasons,
                Refusal.CLAIM_HELD,
                isHeldByOther && entry.body() instanceof EventBody.Claimed wish && !wish.force());
        addIf(
                reasons,
                Refusal.NOT_ALLOWED,
                entry.body() instanceof EventBody.Released && !claim.isHeldBy(entry.author()));
        addIf(reasons, Refusal.CLAIM_LOST, entry.claim() != 0 && entry.claim() != claim.epoch());
    }

    static Target targetOf(EventBody body) {
        return switch (body) {
            case EventBody.Message message -> message.reply();
            case EventBody.Edited edited -> edited.target();
            case EventBody.Recalled recalled -> recalled.target();
            case EventBody.Reacted reacted -> reacted.target();
            default -> Target.NONE;
        };
    }

    private void take(Entry entry) {
        entries.add(entry);
        Target target = targetOf(entry.body());
        if (!target.isNone() && !(entry.body() instanceof EventBody.Message)) {
            about.computeIfAbsent(target.id(), key -> new ArrayList<>()).add(entry);
        }
        switch (entry.body()) {
            case EventBody.Message message -> {
                messages.put(entry.id(), entry);
                if (!entry.isBuried()) {
                    newestMessages.put(entry.author(), entry.seq());
                }
                conversation.namedMembers().forEach(account -> join(account, entry.seq()));
            }
            case EventBody.Created created -> {
                title = created.title();
                created.members().forEach(account -> join(account, entry.seq()));
                join(entry.author(), entry.seq());
            }
            case EventBody.Invited invited -> join(invited.account(), entry.seq());
            case EventBody.Left gone when isMember(entry.author()) ->
                    left.put(entry.author(), entry.seq());
            case EventBody.Titled titled -> title = titled.title();
            default -> conversation.namedMembers().forEach(account -> join(account, entry.seq()));
        }
        if (entry.body() instanceof EventBody.Guarded wish) {
            guarded = wish.on();
        }
        takeClaim(entry);
    }

    private void takeClaim(Entry entry) {
        boolean givesUp =
                entry.body() instanceof EventBody.Left
                        || entry.body() instanceof EventBody.Released;
        if (entry.body() instanceof EventBody.Claimed) {
            claim = new Claim(entry.author().handle(), entry.seq());
        } else if (givesUp && claim.isHeldBy(entry.author())) {
            claim = Claim.NONE;
        }
        if (claim.isHeldBy(entry.author())) {
            holderHeardAt = entry.at();
        }
    }

    private void join(AccountId account, long seq) {
        joined.putIfAbsent(account, seq);
        left.remove(account);
    }

    private boolean isMember(AccountId account) {
        return joined.containsKey(account) && !left.containsKey(account);
    }

    /// Who is in it at its end.
    Set<AccountId> members() {
        Set<AccountId> members = new TreeSet<>(joined.keySet());
        members.removeAll(left.keySet());
        return members;
    }

    /// The first seq that an account may see; empty if it never was in it.
    Optional<Long> firstVisible(AccountId account) {
        return Optional.ofNullable(joined.get(account));
    }

    /// The last seq that an account may see.
    long lastVisible(AccountId account) {
        return left.getOrDefault(account, (long) entries.size());
    }

    String title() {
        return title;
    }

    boolean isGuarded() {
        return guarded;
    }

    Claim claim() {
        return claim;
    }

    /// The message of an id, if there is one.
    Optional<Entry> message(MessageId id) {
        return Optional.ofNullable(messages.get(id));
    }

    List<Entry> entries() {
        return entries;
    }

    private long newestOfOthers(AccountId account) {
        return newestMessages.entrySet().stream()
                .filter(newest -> !newest.getKey().equals(account))
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    /// Whether the author took it back, at whatever time; of what came back without its text the
    /// recall may come later or never.
    boolean isRecalled(Entry message) {
        return message.isBuried() || isRecalled(message.id(), message.author());
    }

    private boolean isRecalled(MessageId id, AccountId author) {
        return said(id).stream()
                .filter(entry -> entry.body() instanceof EventBody.Recalled)
                .anyMatch(entry -> entry.author().equals(author));
    }

    private List<Entry> said(MessageId id) {
        return about.getOrDefault(id, List.of());
    }

    /// What the log keeps of an entry. An edit goes with its message, also if the log has lost
    /// that.
    EventBody kept(Entry entry) {
        boolean isGone =
                switch (entry.body()) {
                    case EventBody.Message message -> isRecalled(entry);
                    case EventBody.Edited edited ->
                            isRecalled(edited.target().id(), entry.author())
                                    || message(edited.target().id())
                                            .filter(of -> of.author().equals(entry.author()))
                                            .filter(Entry::isBuried)
                                            .isPresent();
                    default -> false;
                };
        return isGone
                ? new EventBody.Gone(entry.body().kind(), entry.body().isCountable())
                : entry.body();
    }

    /// The same, wherever the message stands that it is about: what waits while a loss gives that
    /// message another place is sent under the new one.
    static EventBody wherever(EventBody body) {
        return switch (body) {
            case EventBody.Message(var text, var reply, var mentions) when !reply.isNone() ->
                    new EventBody.Message(text, wherever(reply), mentions);
            case EventBody.Edited(var target, var text, var mentions) ->
                    new EventBody.Edited(wherever(target), text, mentions);
            case EventBody.Recalled(var target) -> new EventBody.Recalled(wherever(target));
            case EventBody.Reacted(var target, var emoji, var on) ->
                    new EventBody.Reacted(wherever(target), emoji, on);
            default -> body;
        };
    }

    private static Target wherever(Target target) {
        return new Target(1, target.id());
    }

    /// What lists say of a message, up to a place. An edit that stands before its message was gone
    /// already if it lay below the floor when the message came back.
    Shown shown(Entry entry, long upTo) {
        return shown(entry, floors.applyAsLong(entry.seq()), upTo);
    }

    /// What a message says to whoever knows the log between two places: an edit or a reaction may
    /// stand before its message, if that came back behind it. A recall reaches everybody.
    Shown shown(Entry entry, long from, long upTo) {
        if (!(entry.body() instanceof EventBody.Message first) || isRecalled(entry)) {
            return Shown.GONE;
        }
        String text = first.text();
        List<AccountId> mentions = first.mentions();
        boolean edited = false;
        Map<String, Set<AccountId>> reactions = new TreeMap<>();
        for (Entry said : said(entry.id())) {
            if (said.seq() < from || said.seq() > upTo) {
                continue;
            }
            if (said.body() instanceof EventBody.Edited edit
                    && said.author().equals(entry.author())) {
                text = edit.text();
                mentions = edit.mentions();
                edited = true;
            } else if (said.body() instanceof EventBody.Reacted(var target, var emoji, var on)) {
                Set<AccountId> who = reactions.computeIfAbsent(emoji, key -> new TreeSet<>());
                if (on) {
                    who.add(said.author());
                } else {
                    who.remove(said.author());
                }
            }
        }
        reactions.values().removeIf(Set::isEmpty);
        return new Shown(text, new TreeSet<>(mentions), edited, false, reactions);
    }
}
