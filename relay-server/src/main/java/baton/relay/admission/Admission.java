package baton.relay.admission;

import baton.model.Refusal;
import baton.protocol.ProtocolVersion;
import baton.relay.account.Accounts;
import baton.relay.account.AccountsUnavailableException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides whether a request may be served and whether a socket may become a session. May be used
/// by any thread; checking a token blocks on the accounts' store.
public final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);
    private static final String BEARER = "Bearer ";

    private final Accounts accounts;
    private final Set<String> origins;

    /// Whether a request comes in.
    public sealed interface Verdict {
        record Admitted(Accounts.Verified who) implements Verdict {}

        /// @param status of HTTP
        record Rejected(int status, Refusal refusal) implements Verdict {}
    }

    /// @param origins web pages whose scripts may speak to this relay, for example
    ///   `https://chat.example`
    public Admission(Accounts accounts, Set<String> origins) {
        this.accounts = accounts;
        this.origins = Set.copyOf(origins);
    }

    /// Whether a page in a browser sent this, and it is not one that may. Devices send no origin.
    ///
    /// @param origin the header, or empty text if there is none
    public boolean isForeign(String origin) {
        return !origin.isEmpty() && !origins.contains(origin);
    }

    /// The version that is spoken with a device: its own, if this build speaks it.
    ///
    /// @param header the header [ProtocolVersion#HEADER], or empty text
    public static OptionalInt versionOf(String header) {
        return header.matches("\\d{1,9}") && ProtocolVersion.isSupported(Integer.parseInt(header))
                ? OptionalInt.of(Integer.parseInt(header))
                : OptionalInt.empty();
    }

    /// The verdict on a handshake.
    ///
    /// @param version the header [ProtocolVersion#HEADER], or empty text
    /// @param authorization the header, or empty text
    public Verdict ofHandshake(String version, String authorization) {
        return versionOf(version).isPresent()
                ? ofToken(authorization)
                : new Verdict.Rejected(426, Refusal.PROTOCOL_UNSUPPORTED);
    }

    /// The verdict on a request that needs a token.
    ///
    /// @param authorization the header, or empty text
    public Verdict ofToken(String authorization) {
        if (!authorization.startsWith(BEARER)) {
            return new Verdict.Rejected(401, Refusal.WRONG_CREDENTIALS);
        }
        try {
            Optional<Accounts.Verified> who =
                    accounts.verify(authorization.substring(BEARER.length()).strip());
            return who.<Verdict>map(Verdict.Admitted::new)
                    .orElse(new Verdict.Rejected(401, Refusal.DEVICE_SIGNED_OUT));
        } catch (AccountsUnavailableException e) {
            LOG.warn("a token could not be checked because Redis is away");
            return new Verdict.Rejected(503, Refusal.RELAY_UNAVAILABLE);
        }
    }
}
