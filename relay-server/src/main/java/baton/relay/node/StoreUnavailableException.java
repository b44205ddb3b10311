package baton.relay.node;

/// The store behind a port is away: what was asked for may or may not have happened, and asking
/// again later may help. The one exception by which the ports of `log`, `feed`, `node` and
/// `account` fail.
public class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
