package baton.desktop.ui.common;

import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// Initials on a round of a colour that stays with the person or group, on every device. Decoration
/// only: the name stands beside it, so a screen reader is not told twice. FX thread.
public final class Avatar extends StackPane {
    /// How many colours the theme has.
    public static final int HUES = 8;

    private final Label initials = new Label();
    private int hue = -1;

    /// @param large as in the list, or small as beside a bubble
    public Avatar(boolean large) {
        getStyleClass().addAll("avatar", large ? "large" : "small");
        setAccessibleRole(AccessibleRole.NODE);
        initials.setMinWidth(USE_PREF_SIZE);
        getChildren().add(initials);
    }

    /// @param identity decides the colour: an account's handle or a conversation's id
    public void show(String identity, String name) {
        initials.setText(initialsOf(name));
        int now = hueOf(identity);
        // A change of classes styles it anew, and rows of lists are shown all the time.
        if (now != hue) {
            getStyleClass().remove(avatarClass(hue));
            hue = now;
            getStyleClass().add(avatarClass(hue));
        }
    }

    /// The number of a colour, from 0 to [#HUES]; the same for the same identity everywhere.
    public static int hueOf(String identity) {
        // FNV-1a spreads handles that differ in one letter; String.hashCode puts them side by side.
        int hash = 0x811c9dc5;
        for (int i = 0; i < identity.length(); i++) {
            hash = (hash ^ identity.charAt(i)) * 0x01000193;
        }
        return Math.floorMod(hash ^ hash >>> 9, HUES);
    }

    /// Two letters: of two words their first ones, of one word its first two, one Chinese
    /// character.
    public static String initialsOf(String name) {
        List<String> words =
                List.of(name.strip().split("[\\s._-]+", -1)).stream()
                        .filter(word -> !word.isEmpty())
                        .toList();
        if (words.isEmpty()) {
            return "";
        }
        String first = words.getFirst();
        if (Character.isIdeographic(first.codePointAt(0))) {
            return first(first, 1);
        }
        String letters =
                words.size() == 1 ? first(first, 2) : first(first, 1) + first(words.get(1), 1);
        return letters.toUpperCase(Locale.ROOT);
    }

    private static String first(String word, int letters) {
        int count = Math.min(letters, word.codePointCount(0, word.length()));
        return word.substring(0, word.offsetByCodePoints(0, count));
    }

    private static String avatarClass(int hue) {
        return "hue-" + hue;
    }
}
