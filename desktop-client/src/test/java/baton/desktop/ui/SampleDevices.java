package baton.desktop.ui;

import baton.desktop.runtime.AccountDevices;
import baton.desktop.runtime.DeviceLink;
import baton.model.DeviceId;
import baton.protocol.LinkCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The devices of an account without a relay: notes what it was asked for and answers what it was
/// told to. Any thread.
public final class SampleDevices implements AccountDevices {
    public static final LinkCode CODE = new LinkCode("H7KM3QXA");
    public static final Duration LEFT = Duration.ofMinutes(5);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Optional<String> trouble = Optional.empty();

    /// What was asked for, oldest first.
    public List<String> asked() {
        return asked;
    }

    /// What goes wrong from now on.
    public void fail(String code) {
        trouble = Optional.of(code);
    }

    @Override
    public Optional<String> rename(DeviceId device, String name) {
        asked.add("rename " + device + " " + name);
        return trouble;
    }

    @Override
    public Optional<String> signOut(DeviceId device) {
        asked.add("signOut " + device);
        return trouble;
    }

    @Override
    public Invitation invite() {
        asked.add("invite");
        return trouble.<Invitation>map(Invitation.Failed::new)
                .orElseGet(() ->
                        new Invitation.Open(new DeviceLink("ws://localhost:7340", CODE), LEFT));
    }
}
