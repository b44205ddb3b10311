/// What helps to find a fault, as a section of the settings: shown before it is given to anybody.
/// FX thread. Knows no other feature.
@NullMarked
package baton.desktop.ui.diagnostics;

import org.jspecify.annotations.NullMarked;
