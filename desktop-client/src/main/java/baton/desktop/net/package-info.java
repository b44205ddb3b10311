/// The device's one socket to its relay: frames in and out, opened, closed with a reason. It
/// decides nothing and retries nothing; listeners are called on the socket's own threads. Imports
/// nothing of store, sync, runtime and ui.
@NullMarked
package baton.desktop.net;

import org.jspecify.annotations.NullMarked;
