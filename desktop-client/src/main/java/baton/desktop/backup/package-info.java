/// A device's store in one encrypted file, and back. Knows the store and nothing of windows, relays
/// or the engine. Any thread; every call blocks on the disk.
@NullMarked
package baton.desktop.backup;

import org.jspecify.annotations.NullMarked;
