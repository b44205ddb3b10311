package baton.relay.session;

import baton.model.AccountId;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.log.LogState;
import baton.relay.node.Push;
import java.time.Duration;
import java.util.List;

/// Passes on to the other members that a person types, and forgets it. What exceeds the allowance
/// is dropped: the next one says the same. Confined to the session's thread; blocks on the store.
final class TypingHandling {
    /// Passed on per [#PERIOD]: a person starts and stops a few times at most.
    static final int TYPINGS_MAX = 20;

    static final Duration PERIOD = Duration.ofSeconds(10);

    private final AccountId self;
    private final SessionPorts ports;
    private final Allowance allowance;

    TypingHandling(Identity identity, SessionPorts ports) {
        this.self = identity.account();
        this.ports = ports;
        this.allowance = new Allowance(TYPINGS_MAX, PERIOD, ports.clock().instant());
    }

    void typing(ClientFrame.Typing typing) {
        if (allowance.take(ports.clock().instant())) {
            ports.log().states(List.of(typing.conversation())).stream()
                    .filter(state -> state.present().contains(self))
                    .forEach(state -> tell(state, typing.on()));
        }
    }

    private void tell(LogState state, boolean on) {
        List<AccountId> others =
                state.present().stream().filter(account -> !account.equals(self)).toList();
        ServerFrame frame = new ServerFrame.Typing(state.conversation(), self, on);
        ports.desk().news().tell(others, Push.moment(ports.codec().encode(frame)));
    }
}
