/// Where a message is written: sending, the limit, the draft that follows a person from device to
/// device. FX thread; the view model needs no toolkit. Knows no other feature.
@NullMarked
package baton.desktop.ui.composer;

import org.jspecify.annotations.NullMarked;
