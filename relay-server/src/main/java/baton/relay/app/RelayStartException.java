package baton.relay.app;

/// The relay cannot start. The message is for the person who started it: what happened, what it
/// means for the messages, what to do.
public final class RelayStartException extends Exception {
    private static final long serialVersionUID = 1L;

    public RelayStartException(String message) {
        super(message);
    }

    public RelayStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
