/// What people at the demo see and do: how each device stands, whether nothing was lost, and the
/// switches that cut devices off and kill the relay. It knows nothing of how that is done.
@NullMarked
package baton.desktop.demo.stage;

import org.jspecify.annotations.NullMarked;
