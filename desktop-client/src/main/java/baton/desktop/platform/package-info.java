/// What Baton uses of the system around it: notifications, tray, task bar. Every part may be
/// missing, and the window works without any of them. Each part has a thread of its own, given by
/// wiring, so that a system that hangs holds up nobody.
@NullMarked
package baton.desktop.platform;

import org.jspecify.annotations.NullMarked;
