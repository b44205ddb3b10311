/** Proves that the checks of the build fail the build. */
@NullMarked
package baton.gates;

import org.jspecify.annotations.NullMarked;
