/// The device matrix: every device of the account, how current it is and what waits to reach it.
/// View models work without a toolkit, views belong to the FX thread. Imports no other feature.
@NullMarked
package baton.desktop.ui.devices;

import org.jspecify.annotations.NullMarked;
