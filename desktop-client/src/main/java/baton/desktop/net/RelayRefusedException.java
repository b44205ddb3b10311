package baton.desktop.net;

import baton.model.KeyFingerprint;
import java.util.Optional;

/// A request to a relay that brought no answer, or a refusal.
public final class RelayRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Optional<KeyFingerprint> unknownKey;

    RelayRefusedException(String code) {
        super(code);
        this.code = code;
        this.unknownKey = Optional.empty();
    }

    RelayRefusedException(String code, Throwable cause) {
        super(code, cause);
        this.code = code;
        this.unknownKey = Optional.empty();
    }

    RelayRefusedException(UntrustedKeyException cause) {
        super(cause.code(), cause);
        this.code = cause.code();
        this.unknownKey = cause.isUnknown() ? Optional.of(cause.shown()) : Optional.empty();
    }

    /// The key that a relay has made itself and nobody has said yet to be the right one; empty for
    /// every other refusal.
    public Optional<KeyFingerprint> unknownKey() {
        return unknownKey;
    }

    /// Of a [baton.model.Refusal], or `relay-unreachable`, `not-a-relay`, `relay-not-trusted`,
    /// `relay-key-changed`.
    public String code() {
        return code;
    }
}
