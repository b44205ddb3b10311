package baton.desktop.sync;

import baton.model.Register;
import baton.model.Revised;

/// A setting that this device has still to tell the relay: one that a person made here, or one that
/// the relay's store may have lost.
///
/// @param epoch with `revision`: under which the relay had confirmed it; 0 if it never did
public record LocalSetting(Register.Setting setting, long epoch, long revision) {

    /// Made here, and not confirmed yet.
    static LocalSetting made(Register.Setting setting) {
        return new LocalSetting(setting, 0, 0);
    }

    boolean isMade() {
        return revision == 0;
    }

    /// Whether a register of the feed is this one as it was.
    boolean is(Revised stands) {
        return stands.revision() == revision && stands.register().equals(setting);
    }

    String key() {
        return setting.key();
    }
}
