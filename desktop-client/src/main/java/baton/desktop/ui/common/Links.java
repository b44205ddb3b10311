package baton.desktop.ui.common;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Opens an address outside of this program, in the system's browser or mail program. An interface,
/// because no test may start a browser.
@FunctionalInterface
public interface Links {

    /// @param target checked by [#target]
    void open(URI target);

    /// The address of a link in a message if it is of a kind that may be opened: `http`, `https` or
    /// `mailto`. A message can name a program or a file otherwise.
    static Optional<URI> target(String text) {
        try {
            URI uri = new URI(text);
            String scheme = Optional.ofNullable(uri.getScheme()).orElse("");
            boolean harmless =
                    Set.of("http", "https", "mailto").contains(scheme.toLowerCase(Locale.ROOT));
            return harmless ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
