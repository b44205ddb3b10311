/// Trials of whole systems that print what they found.
@NullMarked
package baton.trials;

import org.jspecify.annotations.NullMarked;
