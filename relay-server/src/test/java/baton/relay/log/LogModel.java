package baton.relay.log;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Refusal;
import baton.model.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a conversation must look like, by brute force: a list of what was stored, counted afresh
/// for every question.
final class LogModel {
    final List<Append> stored = new ArrayList<>();
    final Set<AccountId> members = new HashSet<>();
    final Map<AccountId, Integer> floors = new HashMap<>();
    final Map<AccountId, Integer> leaves = new HashMap<>();
    final Map<DeviceId, List<AppendOutcome>> answers = new HashMap<>();

    /// First seq that is kept.
    int kept = 1;

    long next(DeviceId device) {
        return answers.getOrDefault(device, List.of()).size() + 1L;
    }

    /// Takes over what the log answered to a new clientSeq.
    void record(Append append, AppendOutcome outcome) {
        answers.computeIfAbsent(append.device(), _ -> new ArrayList<>()).add(outcome);
        if (outcome instanceof AppendOutcome.Stored) {
            stored.add(append);
            int seq = stored.size();
            switch (append.body()) {
                case EventBody.Created created -> {
                    created.members().forEach(account -> join(account, seq));
                    join(append.author(), seq);
                }
                case EventBody.Invited invited -> join(invited.account(), seq);
                case EventBody.Left left -> {
                    members.remove(append.author());
                    leaves.put(append.author(), seq);
                }
                default -> append.conversation().namedMembers().forEach(a -> join(a, seq));
            }
        }
    }

    private void join(AccountId account, int seq) {
        members.add(account);
        floors.putIfAbsent(account, seq);
        leaves.remove(account);
    }

    /// Why this must not be stored next, but for who is a member; empty if it may.
    Optional<Refusal> reasonAgainst(Append append) {
        Target target = targetOf(append.body());
        Optional<Append> message = find(target).filter(found -> seqOf(found) >= kept);
        boolean isOwn = message.filter(found -> found.author().equals(append.author())).isPresent();
        boolean isChange = !(append.body() instanceof EventBody.Message);
        if (!target.isNone() && message.isEmpty()) {
            return Optional.of(Refusal.MESSAGE_GONE);
        }
        if (!target.isNone()
                && isChange
                && !isOwn
                && !(append.body() instanceof EventBody.Reacted)) {
            return Optional.of(Refusal.NOT_ALLOWED);
        }
        if (message.filter(this::isRecalled).isPresent()
                && isChange
                && !(append.body() instanceof EventBody.Recalled)) {
            return Optional.of(Refusal.MESSAGE_GONE);
        }
        boolean isStale =
                append.body() instanceof EventBody.Message
                        && isGuarded()
                        && newestOfOthers(append.author()) > append.terms().seen();
        return isStale ? Optional.of(Refusal.STALE_REPLY) : Optional.empty();
    }

    private static Target targetOf(EventBody body) {
        return switch (body) {
            case EventBody.Message message -> message.reply();
            case EventBody.Edited edited -> edited.target();
            case EventBody.Recalled recalled -> recalled.target();
            case EventBody.Reacted reacted -> reacted.target();
            default -> Target.NONE;
        };
    }

    private Optional<Append> find(Target target) {
        return stored.stream().filter(append -> append.id().equals(target.id())).findFirst();
    }

    private int seqOf(Append append) {
        return stored.indexOf(append) + 1;
    }

    /// The place of what lists show.
    int shown() {
        for (int seq = stored.size(); seq > 1; seq--) {
            boolean isNews =
                    switch (stored.get(seq - 1).body()) {
                        case EventBody.Message message -> true;
                        case EventBody.Created created -> true;
                        case EventBody.Invited invited -> true;
                        case EventBody.Left left -> true;
                        case EventBody.Titled titled -> true;
                        default -> false;
                    };
            if (isNews) {
                return seq;
            }
        }
        return 1;
    }

    private boolean isGuarded() {
        boolean isOn = false;
        for (Append append : stored) {
            isOn = append.body() instanceof EventBody.Guarded guarded ? guarded.on() : isOn;
        }
        return isOn;
    }

    private long newestOfOthers(AccountId account) {
        long newest = 0;
        for (Append append : stored) {
            boolean isOthers = !append.author().equals(account);
            if (isOthers && append.body() instanceof EventBody.Message) {
                newest = seqOf(append);
            }
        }
        return newest;
    }

    private boolean isRecalled(Append message) {
        return stored.stream()
                .filter(append -> append.body() instanceof EventBody.Recalled)
                .anyMatch(append -> targetOf(append.body()).id().equals(message.id()));
    }

    /// What is left of a body.
    private EventBody standing(Append append) {
        EventBody body = append.body();
        boolean isGone =
                (body instanceof EventBody.Message && isRecalled(append))
                        || (body instanceof EventBody.Edited edited
                                && find(edited.target()).filter(this::isRecalled).isPresent());
        return isGone ? new EventBody.Gone(body.kind(), body.isCountable()) : body;
    }

    /// The account's badges between two places, and what they are made of.
    Notables notables(AccountId account, long after, long upTo) {
        List<Long> recalled = new ArrayList<>();
        List<Long> mentions = new ArrayList<>();
        for (long seq = Math.max(after + 1, kept); seq <= upTo; seq++) {
            Append message = stored.get((int) seq - 1);
            if (!(message.body() instanceof EventBody.Message)
                    || message.author().equals(account)) {
                continue;
            }
            if (isRecalled(message)) {
                recalled.add(seq);
            } else if (names(message, account)) {
                mentions.add(seq);
            }
        }
        return new Notables(0, recalled, mentions);
    }

    /// By its newest wording, if the account was or had been a member at that time.
    private boolean names(Append message, AccountId account) {
        Append newest = message;
        List<AccountId> named = ((EventBody.Message) message.body()).mentions();
        for (Append append : stored) {
            if (append.body() instanceof EventBody.Edited edited
                    && edited.target().id().equals(message.id())) {
                newest = append;
                named = edited.mentions();
            }
        }
        return named.contains(account)
                && floors.getOrDefault(account, Integer.MAX_VALUE) <= seqOf(newest);
    }

    long count(long seq) {
        return stored.subList(0, (int) seq).stream().filter(a -> a.body().isCountable()).count();
    }

    long own(AccountId account, long seq) {
        return stored.subList(0, (int) seq).stream()
                .filter(a -> a.body().isCountable() && a.author().equals(account))
                .count();
    }

    long unread(AccountId account, long read) {
        return stored.subList((int) read, stored.size()).stream()
                .filter(a -> a.body().isCountable() && !a.author().equals(account))
                .count();
    }

    /// Whether this event says what was offered as the n-th stored one.
    boolean agrees(Event event) {
        Append append = stored.get((int) event.seq() - 1);
        return event.equals(
                append.placed(event.seq(), count(event.seq()), event.digest(), event.seal().proof())
                        .saying(standing(append)));
    }
}
