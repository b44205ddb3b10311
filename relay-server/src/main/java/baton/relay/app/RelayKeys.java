package baton.relay.app;

import baton.relay.tls.KeyFile;
import baton.relay.tls.RelayKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the key that a relay is to speak TLS with.
final class RelayKeys {
    private RelayKeys() {}

    /// @return empty if it speaks plainly
    /// @throws RelayStartException if the key cannot be read, made or used
    static Optional<RelayKey> of(RelayConfig.Tls tls, InstantSource clock, SecureRandom random)
            throws RelayStartException {
        return switch (tls) {
            case RelayConfig.Tls.Off _ -> Optional.empty();
            case RelayConfig.Tls.Own(Path file) -> Optional.of(own(file, clock, random));
            case RelayConfig.Tls.Given given -> Optional.of(given(given));
        };
    }

    private static RelayKey own(Path file, InstantSource clock, SecureRandom random)
            throws RelayStartException {
        try {
            return KeyFile.ownIn(file, clock.instant(), random);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new RelayStartException(
                    RelayStartException.Reason.KEY,
                    "The relay's key in "
                            + file
                            + " cannot be used ("
                            + e
                            + "). Stored messages are untouched. Devices know this relay by that"
                            + " key: put the file back from a backup. Without it the relay makes a"
                            + " new key, and everybody has to be invited again.",
                    e);
        }
    }

    private static RelayKey given(RelayConfig.Tls.Given given) throws RelayStartException {
        Path certificate = given.certificate();
        try {
            return isPkcs12(certificate)
                    ? KeyFile.fromPkcs12(certificate, given.password())
                    : KeyFile.fromPem(
                            given.key()
                                    .map(key -> List.of(certificate, key))
                                    .orElseGet(() -> List.of(certificate)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new RelayStartException(
                    RelayStartException.Reason.KEY,
                    "The certificate in "
                            + certificate
                            + " cannot be used ("
                            + e
                            + "). Stored messages are untouched. The file must hold the"
                            + " certificates in PEM, the relay's own first, and --certificate-key"
                            + " its unencrypted key; or it is a .p12 file whose password is in"
                            + " BATON_RELAY_CERTIFICATE_PASSWORD.",
                    e);
        }
    }

    private static boolean isPkcs12(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".p12") || name.endsWith(".pfx");
    }
}
