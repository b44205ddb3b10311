package baton.desktop.ui.common;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds addresses in a text. Only what [Links] may open is one, and what ends a sentence or is a
/// mark around it does not belong to it. Pure.
public final class Addresses {
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?:https?://|mailto:)[^\\s<>\"`，。！？；：、）】》]+", Pattern.CASE_INSENSITIVE);
    private static final String ENDING = ".,;:!?]}'*_~";
    private static final Pattern HOST = Pattern.compile("(?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,}");

    private Addresses() {}

    public record Place(int start, int end) {}

    public static List<Place> in(String text) {
        List<Place> places = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            int end = matcher.start() + lengthOf(matcher.group());
            if (Links.target(text.substring(matcher.start(), end)).isPresent()) {
                places.add(new Place(matcher.start(), end));
            }
        }
        return places;
    }

    private static int lengthOf(String address) {
        // An address may hold a bracket that it opened itself.
        long left = address.chars().filter(sign -> sign == ')').count();
        long opened = address.chars().filter(sign -> sign == '(').count();
        int end = address.length();
        while (end > 0) {
            char sign = address.charAt(end - 1);
            boolean strange = sign == ')' && left > opened;
            if (!strange && ENDING.indexOf(sign) < 0) {
                break;
            }
            left -= strange ? 1 : 0;
            end--;
        }
        return end;
    }

    /// Whether a link may be shown by these words: it may be opened, and they do not name another
    /// place than the one that it leads to.
    public static boolean mayBeCalled(String address, String words) {
        Optional<URI> target = Links.target(address);
        if (target.isEmpty()) {
            return false;
        }
        String host = Optional.ofNullable(target.get().getHost()).orElse("");
        Matcher named = HOST.matcher(words);
        while (named.find()) {
            if (!named.group().equals(host.toLowerCase(Locale.ROOT))) {
                return words.equals(address);
            }
        }
        return words.indexOf("://") < 0 || words.equals(address);
    }
}
