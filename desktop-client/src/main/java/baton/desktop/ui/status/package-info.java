/// How current this device is: the pill at the bottom left and the sync bar above the list. View
/// models work without a toolkit, views belong to the FX thread. Imports no other feature.
@NullMarked
package baton.desktop.ui.status;

import org.jspecify.annotations.NullMarked;
