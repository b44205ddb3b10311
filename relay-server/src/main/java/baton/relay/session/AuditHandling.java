package baton.relay.session;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Limits;
import baton.model.Refusal;
import baton.model.Register;
import baton.model.Revised;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.log.LogState;
import baton.relay.log.Recount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares what an idle device shows with what the log says, counted anew. A conversation whose
/// head, floor or read mark is another one by now has moved on and is not compared. A difference is
/// counted and logged, in ids and numbers, and told to the device; nothing is repaired. Confined to
/// the session's thread; blocks on the store.
final class AuditHandling {
    /// Audits per [#PERIOD]: each reads up to [Limits#AUDIT_ROWS_MAX] logs.
    static final int AUDITS_MAX = 2;

    static final Duration PERIOD = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(AuditHandling.class);

    private final Identity identity;
    private final AccountId self;
    private final SessionPorts ports;
    private final Allowance allowance;

    AuditHandling(Identity identity, SessionPorts ports) {
        this.identity = identity;
        this.self = identity.account();
        this.ports = ports;
        this.allowance = new Allowance(AUDITS_MAX, PERIOD, ports.clock().instant());
    }

    ServerFrame audit(ClientFrame.Audit audit) {
        if (audit.rows().isEmpty()) {
            return new ServerFrame.Audited(List.of());
        }
        ConversationId first = audit.rows().getFirst().conversation();
        if (audit.rows().size() > Limits.AUDIT_ROWS_MAX) {
            return new ServerFrame.Fault(Refusal.FRAME_MALFORMED.code(), first);
        }
        if (!allowance.take(ports.clock().instant())) {
            return new ServerFrame.Fault(Refusal.RATE_LIMITED.code(), first);
        }
        return compared(audit);
    }

    private ServerFrame.Audited compared(ClientFrame.Audit audit) {
        Map<ConversationId, LogState> states = new HashMap<>();
        ports.log()
                .states(audit.rows().stream().map(ClientFrame.AuditRow::conversation).toList())
                .forEach(state -> states.put(state.conversation(), state));
        List<String> keys = audit.rows().stream().map(row -> "read/" + row.conversation()).toList();
        List<Optional<Revised>> marks = ports.feed().registers(self, keys);
        List<ConversationId> differing = new ArrayList<>();
        int compared = 0;
        for (int i = 0; i < audit.rows().size(); i++) {
            ClientFrame.AuditRow row = audit.rows().get(i);
            Optional<LogState> state = Optional.ofNullable(states.get(row.conversation()));
            boolean stands =
                    state.filter(log -> isHeadOf(row, log)).isPresent()
                            && isMarkOf(row, marks.get(i));
            Optional<Recount> recount = stands ? recount(row) : Optional.empty();
            compared += recount.isPresent() ? 1 : 0;
            if (recount.isPresent() && differs(row, state.orElseThrow(), recount.get())) {
                differing.add(row.conversation());
            }
        }
        ports.metrics().audited(compared, differing.size());
        return new ServerFrame.Audited(differing);
    }

    private boolean isHeadOf(ClientFrame.AuditRow row, LogState log) {
        return log.epoch() == row.epoch()
                && log.head() == row.seq()
                && log.present().contains(self);
    }

    private static boolean isMarkOf(ClientFrame.AuditRow row, Optional<Revised> stands) {
        Register.Read mark =
                stands.map(Revised::register)
                        .filter(Register.Read.class::isInstance)
                        .map(Register.Read.class::cast)
                        .orElse(new Register.Read(row.conversation(), 0, 0, 0, 0));
        return mark.generation() == row.generation() && mark.seq() == row.read();
    }

    /// Empty if it moved on just now, if the device counted from another place since one of both
    /// knows of a trim first, or if too much would have to be counted.
    private Optional<Recount> recount(ClientFrame.AuditRow row) {
        return ports.log()
                .recount(row.conversation(), self, row.read())
                .filter(recount -> row.read() >= row.seq() || isOf(recount, row));
    }

    private static boolean isOf(Recount recount, ClientFrame.AuditRow row) {
        return recount.from() == row.from() && recount.seq() == row.seq();
    }

    private boolean differs(ClientFrame.AuditRow row, LogState log, Recount recount) {
        boolean agrees =
                log.newest().digest() == row.digest()
                        && recount.unread() == row.unread()
                        && recount.mentions() == row.mentions();
        if (!agrees) {
            LOG.warn(
                    "{} {} shows other numbers than the log of {} at {}: digest {}, unread {} of {},"
                            + " mentions {} of {}",
                    self,
                    identity.device(),
                    row.conversation(),
                    row.seq(),
                    log.newest().digest() == row.digest() ? "agrees" : "differs",
                    row.unread(),
                    recount.unread(),
                    row.mentions(),
                    recount.mentions());
        }
        return !agrees;
    }
}
