package baton.relay.redis;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.Refusal;
import baton.model.Tally;
import baton.protocol.FrameCodec;
import baton.protocol.StoredEvent;
import baton.relay.log.Append;
import baton.relay.log.AppendOutcome;
import baton.relay.log.ConversationLog;
import baton.relay.log.Incoming;
import baton.relay.log.KnownTally;
import baton.relay.log.LogDigests;
import baton.relay.log.LogPage;
import baton.relay.log.LogState;
import baton.relay.log.Membership;
import baton.relay.log.Recount;
import baton.relay.log.RecountScan;
import baton.relay.log.TallyScan;
import baton.rules.LogDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
    private final RedisSecret secret;
    private final RecountScan recount;
    private final TallyScan scan;

    /// @param lanes at least one, each run by a thread of its own
    RedisConversationLog(
            RedisConnections connections,
            List<CommitLane> lanes,
            FrameCodec codec,
            RedisSecret secret) {
        this.connections = connections;
        this.secret = secret;
        this.lanes = List.copyOf(lanes);
        this.codec = codec;
        this.scan = new TallyScan(codec);
        this.recount = new RecountScan(codec);
    }

    @Override
    public void append(Append append, Consumer<AppendOutcome> outcome) {
        submit(Incoming.of(append, secret.proofs()), "", outcome);
    }

    @Override
    public void refuse(Append append, Refusal refusal, Consumer<AppendOutcome> outcome) {
        submit(Incoming.of(append, secret.proofs()), refusal.code(), outcome);
    }

    @Override
    public void offer(ConversationId conversation, Event event, Consumer<AppendOutcome> outcome) {
        if (secret.proofs().vouchFor(conversation, event)) {
            submit(Incoming.offered(conversation, event), "", outcome);
        } else {
            outcome.accept(new AppendOutcome.Refused(Refusal.OFFER_REFUSED));
        }
    }

    private void submit(Incoming incoming, String refusal, Consumer<AppendOutcome> outcome) {
        ConversationId conversation = incoming.conversation();
        String entry = refusal.isEmpty() ? codec.encodeEntry(incoming.event()) : "";
        CommitLane.Job job =
                new CommitLane.Job.Append(
                        conversation,
                        new RedisScript.Call(
                                keys(conversation), arguments(incoming, entry, refusal)),
                        (answer, epoch) -> LogReplies.outcome(incoming, entry, answer, epoch),
                        outcome);
        if (!lane(conversation).offer(job)) {
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

    private static List<String> arguments(Incoming incoming, String entry, String refusal) {
        EventBody body = incoming.body();
        Event event = incoming.event();
        return List.of(
                event.device().value(),
                event.author().handle(),
                Long.toString(event.clientSeq()),
                Long.toString(incoming.fence()),
                Long.toString(event.at().toEpochMilli()),
                body.kind(),
                body.isCountable() ? "1" : "0",
                LogDigest.hex(LogDigest.entryHash(event)),
                entry,
                refusal,
                title(body),
                incoming.brought().stream().map(AccountId::handle).collect(Collectors.joining(",")),
                Integer.toString(Limits.MEMBERS_MAX),
                incoming.isOffered() ? "1" : "0");
    }

    private static String title(EventBody body) {
        return switch (body) {
            case EventBody.Created created -> created.title();
            case EventBody.Titled titled -> titled.title();
            default -> "";
        };
    }

    @Override
    public Optional<LogPage> page(
            ConversationId conversation, AccountId account, long from, long to) {
        return connections.withEpoch((jedis, epoch) -> {
            String member = jedis.hget(RedisKeys.members(conversation), account.handle());
            if (member == null) {
                return Optional.empty();
            }
            long head = Long.parseLong(jedis.hget(RedisKeys.meta(conversation), "head"));
            Membership membership = LogReplies.membership(account, member, 0);
            long low = Math.max(from, membership.floor());
            long high = Math.min(to, membership.newestVisible(head));
            return Optional.of(
                    LogPage.endingAt(
                            epoch,
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
        return connections.withEpoch(
                (jedis, epoch) -> states(asked, STATE.runAll(jedis, calls), epoch));
    }

    private static List<LogState> states(
            List<ConversationId> asked, List<Object> answers, long epoch) {
        List<LogState> states = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Reply reply = Reply.of(answers.get(i));
            if (reply.size() > 0) {
                states.add(LogReplies.state(asked.get(i), reply, epoch));
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
                                                Long.toString(state.version()),
                                                Long.toString(state.epoch()))))
                        .toList();
        connections.with(jedis -> ANNOUNCED.runAll(jedis, calls));
    }

    @Override
    public Optional<LogDigests> digests(
            ConversationId conversation, AccountId account, long from, long to) {
        long last = Math.min(to, from + Limits.PAGE_EVENTS_MAX - 1);
        return page(conversation, account, from, last)
                .map(page ->
                        new LogDigests(
                                page.epoch(),
                                page.head(),
                                page.from(),
                                page.events().stream().map(StoredEvent::digest).toList()));
    }

    @Override
    public Optional<Recount> recount(ConversationId conversation, AccountId account, long read) {
        return recount.of(account, read, (from, to) -> page(conversation, account, from, to));
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
