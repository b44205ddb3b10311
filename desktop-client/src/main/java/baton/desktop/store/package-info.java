/// The device's SQLite store: one writer connection on the `sync` thread, a few readers for the
/// screens. It applies `StoreChange`s and answers rows; it decides nothing.
@NullMarked
package baton.desktop.store;

import org.jspecify.annotations.NullMarked;
