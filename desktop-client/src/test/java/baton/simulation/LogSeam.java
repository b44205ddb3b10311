package baton.simulation;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Refusal;
import baton.relay.log.Append;
import baton.relay.log.AppendOutcome;
import baton.relay.log.ConversationLog;
import baton.relay.log.KnownTally;
import baton.relay.log.LogDigests;
import baton.relay.log.LogPage;
import baton.relay.log.LogState;
import baton.relay.log.Offer;
import baton.relay.log.Recount;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A log in front of another one, to be bent in one place.
class LogSeam implements ConversationLog {
    private final ConversationLog log;

    LogSeam(ConversationLog log) {
        this.log = log;
    }

    @Override
    public void append(Append append, Consumer<AppendOutcome> outcome) {
        log.append(append, outcome);
    }

    @Override
    public void refuse(Append append, Refusal refusal, Consumer<AppendOutcome> outcome) {
        log.refuse(append, refusal, outcome);
    }

    @Override
    public Optional<LogPage> page(
            ConversationId conversation, AccountId account, long from, long to) {
        return log.page(conversation, account, from, to);
    }

    @Override
    public List<LogState> states(Collection<ConversationId> conversations) {
        return log.states(conversations);
    }

    @Override
    public void offer(Offer offer, Consumer<AppendOutcome> outcome) {
        log.offer(offer, outcome);
    }

    @Override
    public Optional<LogDigests> digests(
            ConversationId conversation, AccountId account, long from, long to) {
        return log.digests(conversation, account, from, to);
    }

    @Override
    public Optional<Recount> recount(ConversationId conversation, AccountId account, long read) {
        return log.recount(conversation, account, read);
    }

    @Override
    public void announced(Collection<LogState> states) {
        log.announced(states);
    }

    @Override
    public void retell(Collection<ConversationId> conversations) {
        log.retell(conversations);
    }

    @Override
    public void settled(ConversationId conversation, long seq) {
        log.settled(conversation, seq);
    }

    @Override
    public KnownTally tallyAt(
            ConversationId conversation, AccountId account, long seq, KnownTally known) {
        return log.tallyAt(conversation, account, seq, known);
    }
}
