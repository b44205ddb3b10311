package baton.relay.app;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was said about TLS on the command line and in the environment, as text.
///
/// @param tls `auto`, `on` or `off`
/// @param certificate empty text stands for the relay's own
/// @param key empty text stands for none beside the certificate's file
/// @param password of a PKCS #12 file
record RelayTlsWords(String tls, String certificate, String key, String password) {
    private static final String OWN_KEY = "relay-key.pem";

    /// Prints no password.
    @Override
    public String toString() {
        return "RelayTlsWords[" + tls + ", " + certificate + "]";
    }

    /// Whoever listens beyond this machine speaks TLS, unless told otherwise: nobody has to know
    /// that passwords and messages would cross the network in clear text.
    private boolean isOn(String host) {
        return switch (tls) {
            case "on" -> true;
            case "off" -> false;
            default -> !certificate.isEmpty() || !isLoopback(host);
        };
    }

    private static boolean isLoopback(String host) {
        try {
            return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            // A name; asking what it stands for could give another answer tomorrow.
            return false;
        }
    }

    List<String> mistakes(String host, boolean isRedisNamed) {
        List<String> mistakes = new ArrayList<>();
        if (!tls.matches("auto|on|off")) {
            mistakes.add("--tls is " + tls + " and must be auto, on or off.");
        }
        if (tls.equals("off") && !certificate.isEmpty()) {
            mistakes.add("--certificate goes with TLS: leave --tls off away.");
        }
        if (certificate.isEmpty() && !key.isEmpty()) {
            mistakes.add("--certificate-key goes with --certificate only.");
        }
        if (isOn(host) && isRedisNamed && certificate.isEmpty()) {
            mistakes.add(
                    "With --redis a relay has no folder for a key of its own, and several relays"
                            + " would have several. Name one with --certificate, or say --tls off"
                            + " if something before the relay speaks TLS.");
        }
        return mistakes;
    }

    /// @param store where everything is kept, the relay's own key too
    RelayConfig.Tls meant(String host, RelayConfig.Store store) {
        if (!isOn(host)) {
            return new RelayConfig.Tls.Off();
        }
        if (certificate.isEmpty() && store instanceof RelayConfig.Store.Folder(Path folder)) {
            return new RelayConfig.Tls.Own(folder.resolve(OWN_KEY));
        }
        return new RelayConfig.Tls.Given(
                Path.of(certificate),
                key.isEmpty() ? Optional.empty() : Optional.of(Path.of(key)),
                password);
    }
}
