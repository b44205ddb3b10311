package baton.desktop.ui;

import baton.desktop.ui.settings.ProxyDoor;

/// Keeps whatever has a port.
public final class SampleProxy implements ProxyDoor {
    private String chosen = "";

    @Override
    public String chosen() {
        return chosen;
    }

    @Override
    public boolean choose(String words) {
        boolean isOne = words.isEmpty() || words.equals(DIRECT) || words.contains(":");
        chosen = isOne ? words : chosen;
        return isOne;
    }
}
