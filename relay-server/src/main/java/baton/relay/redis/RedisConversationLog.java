package baton.relay.redis;

import baton.model.AccountId;
import baton.model.ConversationId;
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
import baton.relay.log.Offer;
import baton.relay.log.Previews;
import baton.relay.log.Recount;
import baton.relay.log.RecountScan;
import baton.relay.log.TallyScan;
import baton.rules.LogDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import redis.clients.jedis.Jedis;

/// The logs in Redis: streams, written by the scripts of [AppendCalls] through commit lanes.
final class RedisConversationLog implements ConversationLog {
    private static final RedisScript STATE = RedisScript.named("state");
    private static final RedisScript PAGE = RedisScript.named("page");
    private static final RedisScript DIGESTS = RedisScript.named("digests");
    private static final RedisScript RETELL = RedisScript.named("retell");
    private static final RedisScript ANNOUNCED = RedisScript.named("announced");

    /// So many trims in a row do not happen while one tally is counted.
    private static final int TALLY_TRIES = 20;

    /// In place of an account: reads whatever is kept.
    private static final String ANYBODY = "";

    private final RedisConnections connections;
    private final List<CommitLane> lanes;
    private final FrameCodec codec;
    private final RedisSecret secret;
    private final Previews previews;
    private final TallyScan scan;
    private final RecountScan recount;

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
        this.previews = new Previews(codec);
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
    public void offer(Offer offer, Consumer<AppendOutcome> outcome) {
        if (offer.isProven(secret.proofs())) {
            submit(Incoming.of(offer), "", outcome);
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
                        AppendCalls.script(incoming.body()),
                        AppendCalls.call(incoming, entry, refusal),
                        (answer, epoch) -> LogReplies.outcome(incoming, entry, answer, epoch),
                        outcome);
        if (!lane(conversation).offer(job)) {
            outcome.accept(new AppendOutcome.Unavailable());
        }
    }

    private CommitLane lane(ConversationId conversation) {
        // Neighbouring slots have the same primary, so most lanes have one.
        int slot = RedisPrimaries.slot(RedisKeys.log(conversation));
        return lanes.get(slot * lanes.size() / RedisPrimaries.SLOTS);
    }

    @Override
    public Optional<LogPage> page(
            ConversationId conversation, AccountId account, long from, long to) {
        return connections.withEpoch(
                RedisKeys.log(conversation),
                (jedis, epoch) -> {
                    Reply reply = page(jedis, conversation, account.handle(), from, to);
                    return reply.size() == 0
                            ? Optional.empty()
                            : Optional.of(
                                    LogPage.endingAt(
                                            epoch,
                                            reply.number(0),
                                            Math.max(
                                                    reply.number(2),
                                                    Math.min(reply.number(1) - 1, to)),
                                            LogReplies.newestFirst(reply)));
                });
    }

    private static Reply page(
            Jedis jedis, ConversationId conversation, String reader, long from, long to) {
        return Reply.of(
                PAGE.run(jedis, reading(conversation, reader, from, to, Limits.PAGE_EVENTS_MAX)));
    }

    /// A call of `page.lua` or `digests.lua`.
    private static RedisScript.Call reading(
            ConversationId conversation, String reader, long from, long to, int most) {
        return new RedisScript.Call(
                List.of(
                        RedisKeys.log(conversation),
                        RedisKeys.meta(conversation),
                        RedisKeys.members(conversation),
                        RedisKeys.gone(conversation)),
                List.of(reader, Long.toString(from), Long.toString(to), Integer.toString(most)));
    }

    @Override
    public List<LogState> states(Collection<ConversationId> conversations) {
        return connections
                .inGroups(List.copyOf(conversations), RedisKeys::log, this::states)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Optional<LogState>> states(
            RedisConnections.Line line, List<ConversationId> asked) {
        List<RedisScript.Call> calls =
                asked.stream()
                        .map(conversation ->
                                new RedisScript.Call(
                                        List.of(
                                                RedisKeys.log(conversation),
                                                RedisKeys.meta(conversation),
                                                RedisKeys.members(conversation),
                                                RedisKeys.own(conversation),
                                                RedisKeys.below(conversation),
                                                RedisKeys.mentions(conversation),
                                                RedisKeys.recalled(conversation)),
                                        List.of()))
                        .toList();
        List<Object> answers = STATE.runAll(line.jedis(), calls);
        List<Optional<LogState>> states = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Reply reply = Reply.of(answers.get(i));
            states.add(
                    reply.size() == 0
                            ? Optional.empty()
                            : Optional.of(
                                    LogReplies.state(asked.get(i), reply, line.epoch(), previews)));
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
        runAll(ANNOUNCED, calls);
    }

    @Override
    public void retell(Collection<ConversationId> conversations) {
        List<RedisScript.Call> calls =
                conversations.stream()
                        .map(conversation ->
                                new RedisScript.Call(
                                        List.of(RedisKeys.meta(conversation)), List.of()))
                        .toList();
        runAll(RETELL, calls);
    }

    private void runAll(RedisScript script, List<RedisScript.Call> calls) {
        connections.inGroups(
                calls,
                call -> call.keys().getFirst(),
                (line, group) -> script.runAll(line.jedis(), group));
    }

    @Override
    public Optional<LogDigests> digests(
            ConversationId conversation, AccountId account, long from, long to) {
        RedisScript.Call call =
                reading(conversation, account.handle(), from, to, Limits.PROBE_PLACES_MAX);
        return connections.withEpoch(
                RedisKeys.log(conversation),
                (jedis, epoch) -> {
                    Reply reply = Reply.of(DIGESTS.run(jedis, call));
                    return reply.size() == 0
                            ? Optional.empty()
                            : Optional.of(
                                    new LogDigests(
                                            epoch,
                                            reply.number(0),
                                            reply.number(1),
                                            IntStream.range(2, reply.size())
                                                    .mapToObj(i -> LogDigest.parse(reply.text(i)))
                                                    .toList()));
                });
    }

    @Override
    public Optional<Recount> recount(ConversationId conversation, AccountId account, long read) {
        return recount.of(account, read, (from, to) -> page(conversation, account, from, to));
    }

    @Override
    public void settled(ConversationId conversation, long seq) {
        lane(conversation).offer(new CommitLane.Job.Settle(conversation, seq));
    }

    /// Begins again if the log is trimmed meanwhile.
    @Override
    public KnownTally tallyAt(
            ConversationId conversation, AccountId account, long seq, KnownTally known) {
        for (int i = 0; i < TALLY_TRIES; i++) {
            Optional<KnownTally> place = tallyNow(conversation, account, seq, known);
            if (place.isPresent()) {
                return place.get();
            }
        }
        throw new IllegalStateException("events are missing in the log of " + conversation);
    }

    private Optional<KnownTally> tallyNow(
            ConversationId conversation, AccountId account, long seq, KnownTally known) {
        Optional<LogState> state = states(List.of(conversation)).stream().findFirst();
        Optional<Membership> membership = state.flatMap(s -> s.of(account));
        if (membership.isEmpty()) {
            return Optional.of(KnownTally.START);
        }
        StoredEvent newest = state.get().newest();
        return scan.at(
                Math.min(seq, newest.seq()),
                account,
                membership.get().beforeFloor(),
                List.of(
                        known,
                        new KnownTally(
                                newest.seq(), new Tally(newest.count(), membership.get().own()))),
                (from, to) ->
                        connections.with(
                                RedisKeys.log(conversation),
                                jedis ->
                                        LogReplies.newestFirst(
                                                page(jedis, conversation, ANYBODY, from, to))));
    }
}
