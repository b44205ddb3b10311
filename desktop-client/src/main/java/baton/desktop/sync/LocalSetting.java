package baton.desktop.sync;

import baton.model.Rank;
import baton.model.Register;
import baton.model.Revised;

/// A setting that this device has still to tell the relay: one that a person made here, or one that
/// the relay's store may have lost.
///
/// @param setting what it says, without its place in the relay's order
/// @param epoch with `revision`: that place; both 0 if the relay never confirmed it
public record LocalSetting(Register.Setting setting, long epoch, long revision) {

    /// Made here, and not confirmed yet.
    static LocalSetting made(Register.Setting setting) {
        return new LocalSetting(setting, 0, 0);
    }

    /// Confirmed once.
    static LocalSetting written(Register.Setting setting, Rank place) {
        return new LocalSetting(setting.at(0, 0), place.major(), place.minor());
    }

    boolean isMade() {
        return revision == 0;
    }

    /// Whether a register of the feed is this one as it was.
    boolean is(Revised stands) {
        return stands.register() instanceof Register.Setting other
                && other.at(0, 0).equals(setting)
                && other.written(stands.revision(), epoch).equals(new Rank(epoch, revision));
    }

    String key() {
        return setting.key();
    }
}
