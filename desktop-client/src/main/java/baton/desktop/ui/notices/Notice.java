package baton.desktop.ui.notices;

import baton.desktop.ui.common.Texts;

/// One trouble in the words of the window.
///
/// @param title a few words
/// @param happened what happened, one or two sentences
/// @param messages what it means for the messages
/// @param action what a person can do
public record Notice(String code, String title, String happened, String messages, String action) {

    /// The words for a code; a code that this build does not know is named in the sentence.
    ///
    /// @param code of a [baton.model.Refusal] or a [LocalTrouble]
    public static Notice of(String code, Texts texts) {
        boolean known = texts.bundle().containsKey("notice." + code + ".title");
        String key = "notice." + (known ? code : LocalTrouble.UNKNOWN_CODE.code());
        return new Notice(
                code,
                texts.get(key + ".title"),
                texts.format(key + ".happened", code),
                texts.get(key + ".messages"),
                texts.get(key + ".action"));
    }

    /// All sentences in one paragraph.
    public String paragraph(Texts texts) {
        return texts.format("notice.paragraph", happened, messages, action);
    }

    /// What happened and what to do, where there is no room for more.
    public String brief(Texts texts) {
        return texts.format("notice.brief", happened, action);
    }
}
