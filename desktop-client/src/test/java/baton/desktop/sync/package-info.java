/// The engine driven by hand, one input at a time, and its parts against brute force.
@NullMarked
package baton.desktop.sync;

import org.jspecify.annotations.NullMarked;
