package baton.desktop.app;

import baton.desktop.net.ProxyChoice;
import baton.desktop.ui.common.LocalSettings;
import baton.desktop.ui.settings.ProxyDoor;
import java.util.Optional;

/// Keeps which proxy a person chose, and has the runtime use it.
record ProxyDesk(LocalSettings settings, DeviceRuntime runtime) implements ProxyDoor {

    @Override
    public String chosen() {
        return runtime.proxies().choice().words();
    }

    @Override
    public boolean choose(String words) {
        Optional<ProxyChoice> choice = ProxyChoice.parse(words);
        choice.ifPresent(chosen -> {
            settings.set(LocalSettings.PROXY, chosen.words());
            runtime.proxies().choose(chosen);
            if (runtime.isSignedIn()) {
                runtime.intents().connectNow();
            }
        });
        return choice.isPresent();
    }
}
