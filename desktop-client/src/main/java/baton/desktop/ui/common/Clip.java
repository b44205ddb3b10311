package baton.desktop.ui.common;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Texts for the system's clipboard. FX thread.
public final class Clip {
    private Clip() {}

    /// Puts a text there, in place of what was there.
    public static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
