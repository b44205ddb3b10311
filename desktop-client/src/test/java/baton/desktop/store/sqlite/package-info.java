/// Tests of the store on real files.
@NullMarked
package baton.desktop.store.sqlite;

import org.jspecify.annotations.NullMarked;
