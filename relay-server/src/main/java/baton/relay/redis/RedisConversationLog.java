package baton.relay.redis;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.Refusal;
import baton.model.Tally;
import baton.protocol.FrameCodec;
import baton.protocol.StoredEvent;
import baton.relay.log.Append;
import baton.relay.log.AppendOutcome;
import baton.relay.log.ConversationLog;
import baton.relay.log.KnownTally;
import baton.relay.log.LogPage;
import baton.relay.log.LogState;
import baton.relay.log.Membership;
import baton.relay.log.TallyScan;
import baton.rules.LogDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;

/// The logs in Redis: streams, written by `append.lua` through commit lanes.
final class RedisConversationLog implements ConversationLog {
    static final RedisScript APPEND = RedisScript.named("append");
    private static final RedisScript STATE = RedisScript.named("state");
    private static final RedisScript ANNOUNCED = RedisScript.named("announced");

    private final RedisConnections connections;
    private final List<CommitLane> lanes;
    private final FrameCodec codec;
    private final TallyScan scan;

    /// @param lanes at least one, each run by a thread of its own
    RedisConversationLog(RedisConnections connections, List<CommitLane> lanes, FrameCodec codec) {
        this.connections = connections;
        this.lanes = List.copyOf(lanes);
        this.codec = codec;
        this.scan = new TallyScan(codec);
    }

    @Override
    public void append(Append append, Consumer<AppendOutcome> outcome) {
        submit(append, "", outcome);
    }

    @Override
    public void refuse(Append append, Refusal refusal, Consumer<AppendOutcome> outcome) {
        submit(append, refusal.code(), outcome);
    }

    private void submit(Append append, String refusal, Consumer<AppendOutcome> outcome) {
        String entry = refusal.isEmpty() ? codec.encodeEntry(append.event()) : "";
        CommitLane.Job job =
                new CommitLane.Job.Append(
                        append.conversation(),
                        new RedisScript.Call(
                                keys(append.conversation()), arguments(append, entry, refusal)),
                        answer -> LogReplies.outcome(append, entry, answer),
                        outcome);
        if (!lane(append.conversation()).offer(job)) {
            outcome.accept(new AppendOutcome.Unavailable());
        }
    }

    private CommitLane lane(ConversationId conversation) {
        return lanes.get(Math.floorMod(conversation.hashCode(), lanes.size()));
    }

    private static List<String> keys(ConversationId conversation) {
        return List.of(
                RedisKeys.log(conversation),
                RedisKeys.meta(conversation),
                RedisKeys.members(conversation),
                RedisKeys.senders(conversation),
                RedisKeys.own(conversation));
    }

    private static List<String> arguments(Append append, String entry, String refusal) {
        EventBody body = append.body();
        return List.of(
                append.device().value(),
                append.author().handle(),
                Long.toString(append.clientSeq()),
                Long.toString(append.fence()),
                Long.toString(append.at().toEpochMilli()),
                body.kind(),
                body.isCountable() ? "1" : "0",
                LogDigest.hex(LogDigest.entryHash(append.event())),
                entry,
                refusal,
                title(body),
                brought(append),
                Integer.toString(Limits.MEMBERS_MAX));
    }

    private static String title(EventBody body) {
        return switch (body) {
            case EventBody.Created created -> created.title();
            case EventBody.Titled titled -> titled.title();
            default -> "";
        };
    }

    private static String brought(Append append) {
        Collection<AccountId> accounts =
                switch (append.body()) {
                    case EventBody.Created created -> {
                        Collection<AccountId> all = new TreeSet<>(created.members());
                        all.add(append.author());
                        yield all;
                    }
                    case EventBody.Invited invited -> List.of(invited.account());
                    default -> append.conversation().namedMembers();
                };
        return accounts.stream().map(AccountId::handle).collect(Collectors.joining(","));
    }

    @Override
    public Optional<LogPage> page(
            ConversationId conversation, AccountId account, long from, long to) {
        return connections.with(jedis -> {
            String member = jedis.hget(RedisKeys.members(conversation), account.handle());
            if (member == null) {
                return Optional.empty();
            }
            List<String> meta = jedis.hmget(RedisKeys.meta(conversation), "head", "epoch");
            long head = Long.parseLong(meta.get(0));
            Membership membership = LogReplies.membership(account, member, 0);
            long low = Math.max(from, membership.floor());
            long high = Math.min(to, membership.newestVisible(head));
            return Optional.of(
                    LogPage.endingAt(
                            Long.parseLong(meta.get(1)),
                            head,
                            Math.max(high, low - 1),
                            newestFirst(jedis, conversation, low, high)));
        });
    }

    private static List<StoredEvent> newestFirst(
            Jedis jedis, ConversationId conversation, long from, long to) {
        if (from > to) {
            return List.of();
        }
        return jedis
                .xrevrange(RedisKeys.log(conversation), id(to), id(from), Limits.PAGE_EVENTS_MAX)
                .stream()
                .map(LogReplies::event)
                .toList();
    }

    private static StreamEntryID id(long seq) {
        return new StreamEntryID(seq, 0);
    }

    @Override
    public List<LogState> states(Collection<ConversationId> conversations) {
        List<ConversationId> asked = List.copyOf(conversations);
        if (asked.isEmpty()) {
            return List.of();
        }
        List<RedisScript.Call> calls =
                asked.stream()
                        .map(conversation ->
                                new RedisScript.Call(
                                        List.of(
                                                RedisKeys.log(conversation),
                                                RedisKeys.meta(conversation),
                                                RedisKeys.members(conversation),
                                                RedisKeys.own(conversation)),
                                        List.of()))
                        .toList();
        List<Object> answers = connections.with(jedis -> STATE.runAll(jedis, calls));
        List<LogState> states = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Reply reply = Reply.of(answers.get(i));
            if (reply.size() > 0) {
                states.add(LogReplies.state(asked.get(i), reply));
            }
        }
        return states;
    }

    @Override
    public void announced(Collection<LogState> states) {
        List<RedisScript.Call> calls =
                states.stream()
                        .map(state ->
                                new RedisScript.Call(
                                        List.of(RedisKeys.meta(state.conversation())),
                                        List.of(
                                                Long.toString(state.head()),
                                                Long.toString(state.version()))))
                        .toList();
        connections.with(jedis -> ANNOUNCED.runAll(jedis, calls));
    }

    @Override
    public void settled(ConversationId conversation, long seq) {
        lane(conversation).offer(new CommitLane.Job.Settle(conversation, seq));
    }

    @Override
    public Tally tallyAt(
            ConversationId conversation, AccountId account, long seq, KnownTally known) {
        Optional<LogState> state = states(List.of(conversation)).stream().findFirst();
        if (state.isEmpty()) {
            return Tally.ZERO;
        }
        KnownTally head =
                new KnownTally(
                        state.get().head(),
                        new Tally(
                                state.get().newest().count(),
                                state.get().of(account).map(Membership::own).orElse(0L)));
        return scan.at(
                Math.min(seq, head.seq()),
                account,
                List.of(known, head),
                (from, to) -> oldestFirst(conversation, from, to));
    }

    private List<StoredEvent> oldestFirst(ConversationId conversation, long from, long to) {
        return connections.with(jedis ->
                jedis.xrange(RedisKeys.log(conversation), id(from), id(to)).stream()
                        .map(LogReplies::event)
                        .toList());
    }
}
