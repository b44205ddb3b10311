/// Wiring: the one place that makes threads, clocks and ids, opens files and puts the parts
/// together. May import everything of this module; nobody imports it but the demo.
@NullMarked
package baton.desktop.app;

import org.jspecify.annotations.NullMarked;
