package baton.desktop.runtime;

import baton.desktop.net.RelayAddress;
import baton.protocol.LinkCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// What a device that is signed in shows to one that is not, as text and as QR code: where the
/// relay is, and a code that opens it once. `baton:link?relay=ADDRESS&code=CODE`.
///
/// @param relay as the person typed it
public record DeviceLink(String relay, LinkCode code) {
    private static final String SCHEME = "baton";
    private static final String LINK = "link?";
    private static final String RELAY = "relay=";
    private static final String CODE = "code=";

    /// Reads a whole link; anything else, a code alone among it, is none.
    public static Optional<DeviceLink> parse(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean isLink =
                    uri.isOpaque()
                            && SCHEME.equals(uri.getScheme().toLowerCase(Locale.ROOT))
                            && uri.getSchemeSpecificPart().startsWith(LINK);
            return isLink
                    ? ofQuery(uri.getSchemeSpecificPart().substring(LINK.length()))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// An address of a relay contains no `&`.
    private static Optional<DeviceLink> ofQuery(String query) {
        String relay = "";
        Optional<LinkCode> code = Optional.empty();
        for (String part : query.split("&", -1)) {
            if (part.startsWith(RELAY)) {
                relay = part.substring(RELAY.length());
            } else if (part.startsWith(CODE)) {
                code = LinkCode.parse(part.substring(CODE.length()));
            }
        }
        String address = relay;
        return code.filter(found -> !address.isBlank())
                .map(found -> new DeviceLink(address, found));
    }

    /// Whether the relay's address leads nowhere on another computer.
    public boolean isHereOnly() {
        return RelayAddress.parse(relay).filter(RelayAddress::isLoopback).isPresent();
    }

    public URI uri() {
        try {
            return new URI(SCHEME, LINK + RELAY + relay + "&" + CODE + code.shown(), null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the relay's address is no part of a URI", e);
        }
    }

    /// Prints no code.
    @Override
    public String toString() {
        return "DeviceLink[" + relay + "]";
    }
}
