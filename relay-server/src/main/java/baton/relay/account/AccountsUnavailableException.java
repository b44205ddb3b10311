package baton.relay.account;

/// The store of the accounts is away. What was asked for may or may not have happened.
public final class AccountsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AccountsUnavailableException(Throwable cause) {
        super("the store of the accounts is away", cause);
    }
}
