/// The device's store in one SQLite file: WAL, `synchronous=FULL`, one writer connection on the
/// `sync` thread and a few readers for the screens. It applies `StoreChange`s and answers rows; it
/// decides nothing. Imports nothing of net, runtime and ui.
@NullMarked
package baton.desktop.store.sqlite;

import org.jspecify.annotations.NullMarked;
