/// Keeping what a device has in an encrypted file, and getting it back. FX thread; what takes long
/// is asked of wiring. Knows no other feature.
@NullMarked
package baton.desktop.ui.backup;

import org.jspecify.annotations.NullMarked;
