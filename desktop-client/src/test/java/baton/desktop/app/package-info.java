/// Tests of the wiring below the windows.
@NullMarked
package baton.desktop.app;

import org.jspecify.annotations.NullMarked;
