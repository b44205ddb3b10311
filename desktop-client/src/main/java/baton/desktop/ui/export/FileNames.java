package baton.desktop.ui.export;

import baton.desktop.ui.common.SafeText;
import baton.model.ConversationId;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/// What the file of a conversation is called: its title as far as every file system takes it, and a
/// mark of its identity, so that two of one title do not meet and a second export meets the first.
/// Pure.
final class FileNames {
    private static final int TITLE_MAX = 48;

    private FileNames() {}

    /// @param title anything a member could think of
    static String of(ConversationId id, String title, Format format) {
        CRC32 mark = new CRC32();
        mark.update(id.value().getBytes(StandardCharsets.UTF_8));
        String hex = String.format(Locale.ROOT, "%08x", mark.getValue());
        String safe = safe(title);
        return (safe.isEmpty() ? hex : safe + " " + hex) + "." + format.word();
    }

    /// Letters and digits of any script and few others: no name can leave the folder, hide, or mean
    /// a device of Windows.
    private static String safe(String title) {
        StringBuilder safe = new StringBuilder();
        SafeText.line(title)
                .codePoints()
                .map(point -> isPlain(point) ? point : ' ')
                .limit(TITLE_MAX)
                .forEach(safe::appendCodePoint);
        return safe.toString().strip().replaceAll(" +", " ");
    }

    private static boolean isPlain(int point) {
        return Character.isLetterOrDigit(point) || point == '-' || point == '_';
    }
}
