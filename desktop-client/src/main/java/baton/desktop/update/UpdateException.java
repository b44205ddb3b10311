package baton.desktop.update;

/// A newer version cannot be learned of, or cannot be had.
public final class UpdateException extends Exception {
    private static final long serialVersionUID = 1;

    /// Nothing answers, or not with what was asked for.
    public static final String UNREACHABLE = "update-unreachable";

    /// What came was not signed or is not what was signed.
    public static final String NOT_TRUSTED = "update-not-trusted";

    /// This computer did not take the file.
    public static final String NOT_KEPT = "update-not-kept";

    private final String code;

    /// @param code one of the above
    UpdateException(String code, String what) {
        super(what);
        this.code = code;
    }

    UpdateException(String code, String what, Throwable cause) {
        super(what, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
