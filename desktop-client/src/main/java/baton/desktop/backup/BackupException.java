package baton.desktop.backup;

/// A backup that could not be made or read. Whatever was there before is there still.
public final class BackupException extends Exception {
    /// The file does not begin as a backup does.
    public static final String NOT_ONE = "backup-not-one";

    /// A newer version of the program wrote it.
    public static final String TOO_NEW = "backup-too-new";

    /// The passphrase is another one, or the beginning of the file was altered.
    public static final String PASSPHRASE_WRONG = "backup-passphrase-wrong";

    /// The passphrase is too short to protect anything.
    public static final String PASSPHRASE_SHORT = "backup-passphrase-short";

    /// The passphrase fits, but something of the file is missing or not what was written.
    public static final String DAMAGED = "backup-damaged";

    /// A file of that name is there, and nobody said that it may be replaced.
    public static final String EXISTS = "backup-exists";

    /// The file cannot be read or written, or there is no room.
    public static final String FAILED = "backup-failed";

    private static final long serialVersionUID = 1L;

    private final String code;

    public BackupException(String code) {
        super(code);
        this.code = code;
    }

    public BackupException(String code, Throwable cause) {
        super(code, cause);
        this.code = code;
    }

    /// Names a text of the window and a heading of the documentation.
    public String code() {
        return code;
    }
}
