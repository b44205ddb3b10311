/// What this device keeps on its disk, and what may be done with it, as a section of the settings.
/// FX thread. Knows no other feature.
@NullMarked
package baton.desktop.ui.storage;

import org.jspecify.annotations.NullMarked;
