/// The first window of a profile: which relay, and into which account. The view model works without
/// a toolkit, the view belongs to the FX thread, calls to the relay run on the executor that wiring
/// gives. Imports no other feature.
@NullMarked
package baton.desktop.ui.firstrun;

import org.jspecify.annotations.NullMarked;
