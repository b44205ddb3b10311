package baton.relay.app;

import baton.model.AccountId;
import baton.protocol.ClientFrame;
import baton.relay.account.AccountsUnavailableException;
import baton.relay.account.SignedInDevice;
import baton.relay.node.StoreUnavailableException;
import baton.relay.session.DeviceSession;
import baton.relay.session.FrameSink;
import baton.relay.session.Identity;
import baton.relay.session.Sessions;
import baton.relay.socket.Connected;
import baton.relay.socket.Switchboard;

/// Plugs sockets into the sessions of this node.
record CoreSwitchboard(Sessions sessions) implements Switchboard {
    @Override
    public Connected connect(Identity identity, FrameSink sink) {
        DeviceSession session = sessions.open(identity, sink);
        return new Connected() {
            @Override
            public boolean offer(ClientFrame frame) {
                return session.offer(frame);
            }

            @Override
            public void disconnected() {
                session.disconnected();
            }
        };
    }

    @Override
    public void signedOut(AccountId account, SignedInDevice device) {
        try {
            sessions.signedOut(account, device);
        } catch (StoreUnavailableException e) {
            throw new AccountsUnavailableException(e);
        }
    }

    @Override
    public void renamed(AccountId account, SignedInDevice device) {
        try {
            sessions.renamed(account, device);
        } catch (StoreUnavailableException e) {
            throw new AccountsUnavailableException(e);
        }
    }
}
