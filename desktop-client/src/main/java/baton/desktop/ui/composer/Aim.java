package baton.desktop.ui.composer;

import baton.desktop.ui.common.Quoted;

/// What the text in the composer will be: a message, an answer, or another wording of a message.
///
/// @param message which one is answered or changed; [Quoted#NONE] with [Kind#SAY]
record Aim(Kind kind, Quoted message) {
    static final Aim SAY = new Aim(Kind.SAY, Quoted.NONE);

    enum Kind {
        SAY,
        REPLY,
        EDIT
    }

    static Aim reply(Quoted message) {
        return new Aim(Kind.REPLY, message);
    }

    static Aim edit(Quoted message) {
        return new Aim(Kind.EDIT, message);
    }

    boolean isEdit() {
        return kind == Kind.EDIT;
    }

    boolean isSay() {
        return kind == Kind.SAY;
    }
}
