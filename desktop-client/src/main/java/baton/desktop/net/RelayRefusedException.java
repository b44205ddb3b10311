package baton.desktop.net;

/// A request to a relay that brought no answer, or a refusal.
public final class RelayRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    RelayRefusedException(String code) {
        super(code);
        this.code = code;
    }

    RelayRefusedException(String code, Throwable cause) {
        super(code, cause);
        this.code = code;
    }

    /// Of a [baton.model.Refusal], or `relay-unreachable`, `not-a-relay`, `relay-not-trusted`.
    public String code() {
        return code;
    }
}
