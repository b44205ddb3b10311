package baton.desktop.runtime;

import baton.desktop.net.RelayAddress;
import baton.model.KeyFingerprint;
import java.util.Optional;

/// Where a relay is, with the fingerprint of its own key: what somebody who runs one gives to
/// others. `baton://HOST:PORT/?key=FINGERPRINT`.
///
/// @param place for people, for example `wss://192.168.1.20:7340`
/// @param link the whole of it
public record RelayInvite(String place, KeyFingerprint key, String link) {

    /// Reads an invite; an address without a key is none.
    public static Optional<RelayInvite> parse(String text) {
        return RelayAddress.parse(text)
                .flatMap(address ->
                        address.key()
                                .map(key -> new RelayInvite(address.shown(), key, address.text())));
    }

    /// An invite for the place that somebody typed, once they have said that this is its key.
    ///
    /// @return empty if there is no such place
    public static Optional<RelayInvite> of(String typed, KeyFingerprint key) {
        return RelayAddress.parse(typed)
                .map(address -> address.withKey(key).text())
                .flatMap(RelayInvite::parse);
    }

    /// The address for people, whatever is known of the relay's key.
    public static String shown(String typed) {
        return parse(typed).map(RelayInvite::place).orElse(typed);
    }

    /// Whether its address leads nowhere on another computer.
    public boolean isHereOnly() {
        return RelayAddress.parse(link).filter(RelayAddress::isLoopback).isPresent();
    }
}
