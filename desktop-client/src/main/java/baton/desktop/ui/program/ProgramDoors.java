package baton.desktop.ui.program;

import baton.desktop.store.Watch;
import baton.desktop.ui.common.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the page about the program shows and may ask of wiring. Everything but [#install] may
/// block.
public interface ProgramDoors {

    About about();

    /// Has the system start Baton when the person logs in, or not.
    ///
    /// @return code of a trouble, if it could not be written
    Optional<String> startWithSystem(boolean on);

    /// Whether newer versions are looked for from now on.
    void lookByItself(boolean on);

    /// Asks whether there is a newer version.
    Outcome<Optional<Update>> look();

    /// Brings the package for this computer here, and answers only if it is what was signed.
    Outcome<Path> download(Update update, Watch watch);

    /// Hands a downloaded package to the system, which asks what it asks. FX thread.
    void install(Path file);

    /// @param version that runs
    /// @param facts what else whoever helps will ask for
    /// @param news what the changelog says about it
    /// @param portable where everything is kept, if that is beside the program
    record About(
            String version,
            List<Fact> facts,
            String news,
            Optional<Path> portable,
            Choice autostart,
            Choice updates) {}

    /// One thing to know of the program that runs, as it is: not in the person's language.
    record Fact(Kind kind, String value) {}

    /// What there is to know.
    enum Kind {
        /// When, and from which state of the sources.
        BUILT,
        JAVA,
        SYSTEM,
        /// The folder that the program is in.
        PROGRAM,
        /// The folder that everything of this profile is in.
        DATA;

        String key() {
            return "program.fact." + name().toLowerCase(Locale.ROOT);
        }
    }

    /// Something that is on or off, if anybody may choose.
    enum Choice {
        ON,
        OFF,
        /// This copy of the program cannot do it.
        MISSING,
        /// Whoever looks after this computer wants it off.
        FORBIDDEN;

        public boolean isOpen() {
            return this == ON || this == OFF;
        }
    }

    /// A newer version.
    ///
    /// @param packed whether there is a package for this computer
    record Update(String version, String notes, boolean packed) {}
}
