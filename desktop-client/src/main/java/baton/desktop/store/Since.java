package baton.desktop.store;

import baton.model.Hole;
import baton.model.Target;

/// Where the first row of a timeline stands that is not older than a moment.
public sealed interface Since {

    /// At an event that is held, with nothing missing that could be earlier.
    record Here(Target event) implements Since {}

    /// In this hole, or else right below it: only what is missing can tell.
    record Within(Hole hole) implements Since {}

    /// Everything in the log is older.
    record Beyond() implements Since {}
}
