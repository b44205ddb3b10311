package baton.desktop.store;

/// The store could not do what was asked; nothing of it was written.
public final class StoreException extends RuntimeException {
    /// There is no room left.
    public static final String DISK_FULL = "disk-full";

    /// The file is not what was written to it.
    public static final String STORE_DAMAGED = "store-damaged";

    /// A newer version of the program wrote the file; it was not touched.
    public static final String STORE_TOO_NEW = "store-too-new";

    /// Any other failure of the medium.
    public static final String STORE_FAILED = "store-failed";

    private static final long serialVersionUID = 1;

    private final String code;

    /// @param code one of the words above
    public StoreException(String code, Throwable cause) {
        super(code, cause);
        this.code = code;
    }

    /// Names a text of the window and a heading of the documentation.
    public String code() {
        return code;
    }
}
