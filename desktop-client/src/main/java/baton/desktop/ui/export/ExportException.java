package baton.desktop.ui.export;

import java.io.IOException;

/// Nothing was exported; what stood in the folder before stands there still.
public final class ExportException extends Exception {
    /// Files of these names are there, and nobody said that they may be replaced.
    public static final String EXISTS = "export-exists";

    /// The folder cannot be written, or is full.
    public static final String FAILED = "export-failed";

    private static final long serialVersionUID = 1L;

    private final String code;

    ExportException(String code) {
        super(code);
        this.code = code;
    }

    ExportException(IOException cause) {
        super(FAILED, cause);
        this.code = FAILED;
    }

    /// Names a text of the window and a heading of the documentation.
    public String code() {
        return code;
    }
}
