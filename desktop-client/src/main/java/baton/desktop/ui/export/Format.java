package baton.desktop.ui.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an export is written as.
public enum Format {
    /// A page for people, which loads nothing from anywhere.
    HTML,
    /// One JSON object a line, for programs.
    JSONL;

    /// As in a file's name and on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
