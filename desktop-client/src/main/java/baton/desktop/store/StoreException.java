package baton.desktop.store;

/// The store could not do what was asked; nothing of it was written.
public final class StoreException extends RuntimeException {
    /// There is no room left.
    public static final String DISK_FULL = "disk-full";

    /// The file is not what was written to it.
    public static final String STORE_DAMAGED = "store-damaged";

    /// Any other failure of the medium.
    public static final String STORE_FAILED = "store-failed";

    private static final long serialVersionUID = 1;

    private final String code;

    /// @param code one of the three words above
    public StoreException(String code, Throwable cause) {
        super(code, cause);
        this.code = code;
    }

    /// Names a text of the window and a heading of the documentation.
    public String code() {
        return code;
    }
}
