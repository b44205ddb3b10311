/// The demo: a relay process, three windows of two people side by side, and a script that lets them
/// talk through the real protocol until somebody types. Wiring of its own, like `app`; nobody
/// imports it. The script runs on one virtual thread and touches windows only through the FX
/// thread.
@NullMarked
package baton.desktop.demo;

import org.jspecify.annotations.NullMarked;
