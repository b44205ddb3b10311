package baton.desktop.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the window in one language: English or Chinese (simplified). Immutable; any thread.
/// Texts with numbers are `MessageFormat` patterns, plurals are its `choice`; a test compares the
/// keys of the two languages.
public final class Texts {
    private static final String FILES = "baton.desktop.i18n.texts";

    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(Locale locale) {
        this.locale = locale;
        this.bundle =
                ResourceBundle.getBundle(
                        FILES,
                        // One Chinese for all regions: a system in Taiwan must not read English.
                        locale.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// In the language of the system: Chinese if it is that, else English.
    public static Texts ofSystem() {
        return of(Locale.getDefault().getLanguage());
    }

    /// @param language `en` or `zh`, as in `--lang`; anything else reads as English. The system's
    ///   region is kept where the language is the system's own, since it decides how times are
    ///   written.
    public static Texts of(String language) {
        Locale system = Locale.getDefault();
        boolean chinese = language.startsWith("zh");
        if (chinese) {
            return new Texts(
                    system.getLanguage().equals("zh") ? system : Locale.SIMPLIFIED_CHINESE);
        }
        return new Texts(system.getLanguage().equals("en") ? system : Locale.UK);
    }

    public Locale locale() {
        return locale;
    }

    /// For FXML, where `%key` names a text.
    public ResourceBundle bundle() {
        return bundle;
    }

    /// A text without arguments, as written.
    ///
    /// @throws java.util.MissingResourceException if there is no such key
    public String get(String key) {
        return bundle.getString(key);
    }

    /// A text with `{0}`, `{1,number}`, `{0,choice,…}` filled in.
    public String format(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
