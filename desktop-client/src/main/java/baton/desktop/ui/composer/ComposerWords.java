package baton.desktop.ui.composer;

import baton.desktop.store.ConversationRow;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Times;
import baton.model.Limits;

/// What stands around the text in small letters. Pure.
record ComposerWords(Texts texts, Times times) {
    /// The counter shows from here on.
    private static final int COUNT_FROM = Limits.TEXT_CHARS_MAX - 500;

    /// `7,612 of 8,000` near the limit, else empty.
    String counter(int length) {
        return length < COUNT_FROM
                ? ""
                : texts.format("composer.count", length, Limits.TEXT_CHARS_MAX);
    }

    /// `Draft from Laptop, 10:31`; empty for a text of this device, and for none.
    String origin(ConversationRow.Draft draft) {
        boolean elsewhere = !draft.here() && !draft.text().isEmpty();
        return elsewhere
                ? texts.format("composer.origin", draft.deviceName(), times.sentence(draft.at()))
                : "";
    }
}
