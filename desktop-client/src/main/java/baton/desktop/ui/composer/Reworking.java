package baton.desktop.ui.composer;

import baton.rules.DraftText;

/// A message that was not sent, on its way back into the composer. The device puts it into the
/// draft by itself; a person may type on meanwhile, and neither text may be lost or come twice.
///
/// @param before what stood in the composer when it was asked for; stored at that moment
/// @param words what the message says
record Reworking(String before, String words) {

    /// What the composer shows once the draft was read.
    ///
    /// @param now what stands there
    /// @param stored the draft; it ends with the words, unless the message was gone already
    String joined(String now, String stored) {
        if (now.equals(before)) {
            return stored;
        }
        return stored.endsWith(words) ? DraftText.below(now, words) : now;
    }

    /// What the draft has to be if the conversation is left before that.
    ///
    /// @return the text of before if nothing was typed: the device's own draft stands then
    String leftBehind(String now) {
        return now.equals(before) ? now : DraftText.below(now, words);
    }
}
