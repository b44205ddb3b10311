package baton.desktop.app;

/// A profile that cannot be opened. Nothing in it was changed.
public final class ProfileException extends RuntimeException {
    public static final String IN_USE = "profile-in-use";
    public static final String NAME_MALFORMED = "profile-name-malformed";

    /// It holds the history of another account.
    public static final String OF_ANOTHER = "profile-of-another-account";

    /// Nobody ever signed in to it.
    public static final String EMPTY = "profile-empty";

    /// The folder cannot be made or written.
    public static final String UNWRITABLE = "profile-unwritable";

    private static final long serialVersionUID = 1L;

    private final String code;

    ProfileException(String code, Throwable cause) {
        super(code, cause);
        this.code = code;
    }

    ProfileException(String code) {
        super(code);
        this.code = code;
    }

    /// Names a text of the window and a heading of the documentation.
    public String code() {
        return code;
    }
}
