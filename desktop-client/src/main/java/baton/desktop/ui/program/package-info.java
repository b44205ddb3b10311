/// The program itself, as a section of the settings: its version and what is new in it, whether the
/// system starts it, and newer versions. FX thread. Knows no other feature.
@NullMarked
package baton.desktop.ui.program;

import org.jspecify.annotations.NullMarked;
