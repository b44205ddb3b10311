/** Rules about what may depend on what, each with a class that proves it bites. */
@NullMarked
package baton.arch;

import org.jspecify.annotations.NullMarked;
