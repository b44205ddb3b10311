package baton.relay.app;

/// The relay cannot start. The message is for the person who started it: what happened, what it
/// means for the messages, what to do.
public final class RelayStartException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /// What kept it from starting, for a program that started it.
    public enum Reason {
        OTHER(1),
        /// Another relay uses the folder.
        FOLDER_IN_USE(3),
        /// The folder cannot be written, or its disk is full.
        FOLDER_UNWRITABLE(4),
        /// Redis did not start, ended or does not answer.
        STORE(5),
        /// The address or port cannot be had.
        PORT(6),
        /// The key or certificate for TLS cannot be used.
        KEY(7);

        private final int exitCode;

        Reason(int exitCode) {
            this.exitCode = exitCode;
        }

        /// What the program ends with.
        int exitCode() {
            return exitCode;
        }
    }

    public RelayStartException(String message) {
        super(message);
        this.reason = Reason.OTHER;
    }

    public RelayStartException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public RelayStartException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
