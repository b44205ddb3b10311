package baton.desktop.ui.common;

import baton.model.AccountId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the people whom a text names as `@handle`. Pure.
public final class Mentions {
    private static final Pattern NAMED =
            Pattern.compile("(?<![A-Za-z0-9._-])@([A-Za-z0-9._-]{3,32})");

    private Mentions() {}

    /// From `start` to `end`, the `@` included, the text names an account.
    public record Place(int start, int end, AccountId account) {}

    /// @param known only these are found
    public static List<Place> in(String text, Collection<AccountId> known) {
        List<Place> places = new ArrayList<>();
        if (known.isEmpty()) {
            return places;
        }
        Matcher matcher = NAMED.matcher(text);
        while (matcher.find()) {
            named(matcher.group(1), known)
                    .ifPresent(account ->
                            places.add(
                                    new Place(
                                            matcher.start(),
                                            matcher.start() + 1 + account.handle().length(),
                                            account)));
        }
        return places;
    }

    /// Each account once, in the order of the text.
    public static List<AccountId> of(String text, Collection<AccountId> known) {
        return in(text, known).stream().map(Place::account).distinct().toList();
    }

    /// A handle may end in a dot, and so may a sentence: the longest one that is known counts.
    private static Optional<AccountId> named(String typed, Collection<AccountId> known) {
        String name = typed.toLowerCase(Locale.ROOT);
        while (!name.isEmpty()) {
            String wanted = name;
            Optional<AccountId> found =
                    known.stream().filter(account -> account.handle().equals(wanted)).findFirst();
            if (found.isPresent() || Character.isLetterOrDigit(name.charAt(name.length() - 1))) {
                return found;
            }
            name = name.substring(0, name.length() - 1);
        }
        return Optional.empty();
    }
}
