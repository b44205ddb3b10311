package baton.relay.feed;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.relay.log.AppendOutcome;
import baton.relay.log.ConversationLog;
import baton.relay.log.LogState;
import baton.relay.log.Membership;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Pushes events that were just appended to the members who are online. State: who the members of
/// groups are, as the log said when somebody looked last. [#push] belongs to one thread and may
/// read the log; the other methods may be called by any thread.
final class EventPusher {
    private final ConversationLog log;
    private final NewsDesk news;
    private final EventFrames frames;
    private final Map<ConversationId, LogState> groups = new ConcurrentHashMap<>();

    EventPusher(ConversationLog log, NewsDesk news, EventFrames frames) {
        this.log = log;
        this.news = news;
        this.frames = frames;
    }

    /// Pushes what was stored, in order; throws [baton.relay.node.StoreUnavailableException].
    void push(List<HeadAnnouncer.Notice> taken) {
        Map<ConversationId, List<AppendOutcome.Stored>> byConversation = new LinkedHashMap<>();
        for (HeadAnnouncer.Notice notice : taken) {
            notice.stored()
                    .ifPresent(stored ->
                            byConversation
                                    .computeIfAbsent(notice.conversation(), _ -> new ArrayList<>())
                                    .add(stored));
        }
        loadMembers(byConversation);
        byConversation.forEach((conversation, events) -> {
            for (EventFrames.Run run : frames.of(conversation, events)) {
                news.tell(readers(conversation, run), run.push());
            }
        });
    }

    /// Members that are at least as new as the events: whoever joined or left in between is told
    /// exactly what it may see.
    private void loadMembers(Map<ConversationId, List<AppendOutcome.Stored>> appended) {
        List<ConversationId> unknown = new ArrayList<>();
        appended.forEach((conversation, events) -> {
            boolean isNamed = !conversation.namedMembers().isEmpty();
            if (!isNamed && !isKnown(conversation, events.getLast())) {
                unknown.add(conversation);
            }
        });
        if (!unknown.isEmpty()) {
            log.states(unknown).forEach(this::learn);
        }
    }

    private boolean isKnown(ConversationId conversation, AppendOutcome.Stored newest) {
        return Optional.ofNullable(groups.get(conversation))
                .filter(state -> state.epoch() >= newest.epoch())
                .filter(state -> state.version() >= newest.version())
                .isPresent();
    }

    private Collection<AccountId> readers(ConversationId conversation, EventFrames.Run run) {
        List<AccountId> named = conversation.namedMembers();
        if (!named.isEmpty()) {
            return named;
        }
        return Optional.ofNullable(groups.get(conversation)).stream()
                .flatMap(state -> state.members().values().stream())
                .filter(member -> member.maySee(run.from()) && member.maySee(run.to()))
                .map(Membership::account)
                .toList();
    }

    /// The log said this; of two that were read at the same time the newer one stands.
    void learn(LogState state) {
        if (state.conversation().namedMembers().isEmpty()) {
            groups.merge(state.conversation(), state, EventPusher::newer);
        }
    }

    private static LogState newer(LogState one, LogState other) {
        boolean isOlder =
                other.epoch() < one.epoch()
                        || (other.epoch() == one.epoch() && other.version() < one.version());
        return isOlder ? one : other;
    }

    void forget(ConversationId conversation) {
        groups.remove(conversation);
    }

    void forgetAll() {
        groups.clear();
    }
}
