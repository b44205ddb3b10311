package baton.desktop.demo;

/// One step of the demo's script.
public sealed interface Line {

    /// @param who handle of the speaker
    /// @param where handle of the other person, or title of a group
    record Say(String who, String where, String text) implements Line {}

    /// An answer to the newest message there.
    record Answer(String who, String where, String text) implements Line {}

    /// A reaction to the newest message there.
    record React(String who, String where, String emoji) implements Line {}

    /// The speaker's newest message there says something else from now on.
    record Reword(String who, String where, String text) implements Line {}

    /// Somebody reads a conversation to its end, on one named device.
    ///
    /// @param device as the script calls it, see [Cast]
    record Read(String device, String where) implements Line {}

    /// Somebody leaves half a sentence in the composer of one device.
    record Type(String device, String where, String text) implements Line {}
}
