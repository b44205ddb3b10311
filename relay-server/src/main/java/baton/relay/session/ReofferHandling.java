package baton.relay.session;

import baton.model.AccountId;
import baton.model.Limits;
import baton.model.Refusal;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.log.AppendOutcome;
import baton.relay.log.LogDigests;
import baton.relay.log.Offer;
import baton.rules.LogDigest;
import java.util.List;
import java.util.Optional;

/// What a device asks and gives back after the relay's store may have lost the end of its logs. An
/// offer takes the way of a send: submitted, not awaited, one place of the inbox until its outcome
/// is told. Confined to the session's thread, except [#decided].
final class ReofferHandling {
    private final AccountId self;
    private final SessionPorts ports;
    private final Inbox inbox;

    ReofferHandling(Identity identity, SessionPorts ports, Inbox inbox) {
        this.self = identity.account();
        this.ports = ports;
        this.inbox = inbox;
    }

    /// The digests of a log as far as it has them; nothing for who may not see it. Has the log
    /// announced again, in case the store lost what its members had been told; a device compares
    /// once, so this holds even if the node dies.
    ServerFrame.Probed probe(ClientFrame.Probe probe) {
        long from = Math.max(0, probe.from());
        long to = Math.min(probe.to(), from + Limits.PROBE_PLACES_MAX - 1);
        Optional<LogDigests> digests = ports.log().digests(probe.conversation(), self, from, to);
        digests.ifPresent(
                _ -> ports.desk().announcer().resumeForSure(List.of(probe.conversation())));
        LogDigests known =
                digests.orElseGet(
                        () -> new LogDigests(ports.epoch().current(), 0, from, List.of()));
        return new ServerFrame.Probed(
                probe.conversation(),
                known.epoch(),
                known.head(),
                known.from(),
                known.digests().stream().map(LogDigest::hex).toList());
    }

    /// Gives an event back, whoever holds it. That it is genuine says its proof, which nobody has
    /// who could not read it once; whether the store still knows that as a member does not matter.
    void offer(ClientFrame.Offer offer) {
        ports.log()
                .offer(
                        new Offer(
                                offer.conversation(), offer.event(), offer.gap(), offer.recalls()),
                        outcome -> decided(offer, outcome));
    }

    /// Runs on whichever thread decided. The members are told even if this session is gone by now.
    private void decided(ClientFrame.Offer offer, AppendOutcome outcome) {
        switch (outcome) {
            case AppendOutcome.Stored stored -> {
                ports.metrics().offerTaken();
                ports.desk().announcer().appended(offer.conversation(), stored);
            }
            case AppendOutcome.Duplicate duplicate ->
                    ports.desk().announcer().resume(List.of(offer.conversation()));
            case AppendOutcome.Expected expected -> {}
            case AppendOutcome.Refused refused -> {}
            case AppendOutcome.Unavailable unavailable -> {}
        }
        inbox.offerOutcome(new InboxEntry.Outcome(offer, outcome));
    }

    /// What the device is told of an outcome.
    static ServerFrame.Offered answer(ClientFrame.Offer offer, AppendOutcome outcome) {
        return switch (outcome) {
            case AppendOutcome.Stored stored -> answer(offer, "", stored.event().seq());
            case AppendOutcome.Duplicate duplicate -> answer(offer, "", duplicate.seq());
            case AppendOutcome.Expected expected -> answer(offer, Refusal.OUT_OF_TURN.code());
            case AppendOutcome.Refused refused -> answer(offer, refused.refusal().code());
            case AppendOutcome.Unavailable unavailable ->
                    answer(offer, Refusal.RELAY_UNAVAILABLE.code());
        };
    }

    static ServerFrame.Offered answer(ClientFrame.Offer offer, String code) {
        return answer(offer, code, 0);
    }

    private static ServerFrame.Offered answer(ClientFrame.Offer offer, String code, long seq) {
        return new ServerFrame.Offered(offer.conversation(), offer.event().id(), code, seq);
    }
}
