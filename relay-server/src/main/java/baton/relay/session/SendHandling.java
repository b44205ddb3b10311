package baton.relay.session;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.Refusal;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.log.Append;
import baton.relay.log.AppendOutcome;
import baton.relay.node.HeldLease;
import baton.rules.SendGate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The sends of one device: submitted, not awaited; each outcome comes back through the inbox. A
/// send that may not be stored takes the same way, so that its clientSeq is used up in its turn.
/// Confined to the session's thread.
final class SendHandling {
    private static final int KNOWN_MAX = 1_000;

    private final Identity identity;
    private final SessionPorts ports;
    private final Inbox inbox;

    /// Accounts are never removed, so that one that was there is there.
    private final Set<AccountId> known = new LinkedHashSet<>();

    SendHandling(Identity identity, SessionPorts ports, Inbox inbox) {
        this.identity = identity;
        this.ports = ports;
        this.inbox = inbox;
    }

    void send(ClientFrame.Send send, HeldLease lease) {
        Append append =
                new Append(
                        send.conversation(),
                        identity.account(),
                        identity.device(),
                        lease.fence(),
                        send.clientSeq(),
                        send.id(),
                        ports.clock().instant(),
                        new Append.Terms(send.seen(), send.claim(), send.again()),
                        hashable(send.body()));
        Optional<Refusal> refusal = refusalOf(send.conversation(), send.body());
        if (refusal.isPresent()) {
            ports.log().refuse(append, refusal.get(), outcome -> decided(send, outcome));
        } else {
            ports.log().append(append, outcome -> decided(send, outcome));
        }
    }

    /// Of a body that is gone nobody can compute the hash; whoever sends one is refused anyway.
    private static EventBody hashable(EventBody body) {
        return body instanceof EventBody.Gone ? new EventBody.Message("") : body;
    }

    /// Runs on whichever thread decided. The members are told even if this session is gone by now.
    private void decided(ClientFrame.Send send, AppendOutcome outcome) {
        switch (outcome) {
            case AppendOutcome.Stored stored ->
                    ports.desk().announcer().appended(send.conversation(), stored);
            case AppendOutcome.Duplicate duplicate ->
                    ports.desk().announcer().resume(List.of(send.conversation()));
            case AppendOutcome.Expected expected -> {}
            case AppendOutcome.Refused refused -> {}
            case AppendOutcome.Unavailable unavailable -> {}
        }
        inbox.offerOutcome(new InboxEntry.Outcome(send, outcome));
    }

    private Optional<Refusal> refusalOf(ConversationId conversation, EventBody body) {
        List<AccountId> named = conversation.namedMembers();
        if (!named.isEmpty() && !named.contains(identity.account())) {
            return Optional.of(Refusal.NOT_A_MEMBER);
        }
        Optional<Refusal> refusal = SendGate.refusalOf(conversation, body);
        if (refusal.isPresent()) {
            return refusal;
        }
        Collection<AccountId> recipients =
                switch (body) {
                    case EventBody.Created created -> created.members();
                    case EventBody.Invited invited -> List.of(invited.account());
                    default -> named;
                };
        return recipients.stream().allMatch(this::exists)
                ? Optional.empty()
                : Optional.of(Refusal.UNKNOWN_RECIPIENT);
    }

    private boolean exists(AccountId account) {
        if (account.equals(identity.account()) || known.contains(account)) {
            return true;
        }
        boolean isFound = ports.names().nameOf(account).isPresent();
        if (isFound && known.size() < KNOWN_MAX) {
            known.add(account);
        }
        return isFound;
    }

    /// What the device is told of an outcome.
    static ServerFrame answer(ClientFrame.Send send, AppendOutcome outcome) {
        return switch (outcome) {
            case AppendOutcome.Stored stored ->
                    new ServerFrame.Ack(
                            send.conversation(),
                            send.clientSeq(),
                            stored.epoch(),
                            stored.event().seq(),
                            stored.at());
            case AppendOutcome.Duplicate duplicate ->
                    new ServerFrame.Ack(
                            send.conversation(),
                            send.clientSeq(),
                            duplicate.epoch(),
                            duplicate.seq(),
                            duplicate.at());
            case AppendOutcome.Expected expected ->
                    refused(send, Refusal.OUT_OF_TURN, expected.clientSeq());
            case AppendOutcome.Refused refused ->
                    refused(send, refused.refusal(), refused.newest());
            case AppendOutcome.Unavailable unavailable ->
                    refused(send, Refusal.RELAY_UNAVAILABLE, 0);
        };
    }

    static ServerFrame refused(ClientFrame.Send send, Refusal refusal, long expected) {
        return new ServerFrame.Refused(
                send.conversation(), send.clientSeq(), refusal.code(), expected);
    }
}
