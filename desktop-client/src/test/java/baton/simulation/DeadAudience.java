package baton.simulation;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.relay.node.Audience;
import baton.relay.node.Push;
import java.util.Collection;

/// Nobody is there any more.
final class DeadAudience implements Audience {
    @Override
    public void push(Collection<AccountId> accounts, Push push) {}

    @Override
    public void signOut(DeviceId device) {}
}
