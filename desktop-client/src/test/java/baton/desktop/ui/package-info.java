/// A device made of memory for the tests and pictures of the window, and the drivers of those
/// tests.
@NullMarked
package baton.desktop.ui;

import org.jspecify.annotations.NullMarked;
