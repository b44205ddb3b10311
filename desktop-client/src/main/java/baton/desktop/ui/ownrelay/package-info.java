/// The relay on this computer as a person sees it: started from the first window, looked after and
/// shared in the settings. View and view model belong to the FX thread, the relay is asked on the
/// executor that wiring gives. Imports no other feature.
@NullMarked
package baton.desktop.ui.ownrelay;

import org.jspecify.annotations.NullMarked;
