package baton.desktop.ui.common;

import baton.model.Target;

/// A message that a person wants to answer or change, as the timeline shows it now.
///
/// @param handle of its author; decides the colour of the name
public record Quoted(Target target, String handle, String author, String text) {
    /// Nothing is being answered or changed.
    public static final Quoted NONE = new Quoted(Target.NONE, "", "", "");

    public boolean isNone() {
        return target.isNone();
    }
}
