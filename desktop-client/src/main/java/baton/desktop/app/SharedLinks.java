package baton.desktop.app;

import baton.desktop.runtime.AccountDevices;
import baton.desktop.runtime.DeviceLink;
import baton.desktop.runtime.RelayInvite;
import baton.desktop.ui.common.OwnRelay;
import baton.desktop.ui.common.OwnRelay.State;
import baton.model.DeviceId;
import java.util.Optional;

/// The account's devices, where a link for one more device leads also from elsewhere to a relay
/// that runs on this computer and is shared.
record SharedLinks(AccountDevices devices, OwnRelay own) implements AccountDevices {

    @Override
    public Optional<String> rename(DeviceId device, String name) {
        return devices.rename(device, name);
    }

    @Override
    public Optional<String> signOut(DeviceId device) {
        return devices.signOut(device);
    }

    @Override
    public Invitation invite() {
        return switch (devices.invite()) {
            case Invitation.Open open ->
                    new Invitation.Open(
                            new DeviceLink(abroad(open.link().relay()), open.link().code()),
                            open.left());
            case Invitation.Failed failed -> failed;
        };
    }

    private String abroad(String relay) {
        return own.state() instanceof State.Running(RelayInvite here, Optional<RelayInvite> others)
                        && here.link().equals(relay)
                ? others.map(RelayInvite::link).orElse(relay)
                : relay;
    }
}
