package baton.desktop.net;

import baton.model.KeyFingerprint;
import java.security.cert.CertificateException;

/// A relay showed a key that this device does not go on with. Nothing was said to it.
final class UntrustedKeyException extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient KeyFingerprint shown;
    private final boolean isUnknown;

    private UntrustedKeyException(String code, KeyFingerprint shown, boolean isUnknown) {
        super(code + ": " + shown);
        this.code = code;
        this.shown = shown;
        this.isUnknown = isUnknown;
    }

    /// It had another key before, or the invite names another one.
    static UntrustedKeyException changed(KeyFingerprint shown) {
        return new UntrustedKeyException(Faults.KEY_CHANGED, shown, false);
    }

    /// It made its key itself, and nobody has said yet that it is the right one.
    static UntrustedKeyException unknown(KeyFingerprint shown, CertificateException why) {
        UntrustedKeyException unknown = new UntrustedKeyException(Faults.NOT_TRUSTED, shown, true);
        unknown.initCause(why);
        return unknown;
    }

    /// Its certificate is of another name, out of date or signed by somebody unknown.
    static UntrustedKeyException untrusted(KeyFingerprint shown, CertificateException why) {
        UntrustedKeyException not = new UntrustedKeyException(Faults.NOT_TRUSTED, shown, false);
        not.initCause(why);
        return not;
    }

    /// What the window has sentences for.
    String code() {
        return code;
    }

    KeyFingerprint shown() {
        return shown;
    }

    /// Whether a person may say that the key is the right one.
    boolean isUnknown() {
        return isUnknown;
    }
}
