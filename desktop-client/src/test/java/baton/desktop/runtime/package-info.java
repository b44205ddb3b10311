/// The shell: what leaves when, and what happens when the disk or the code fails.
@NullMarked
package baton.desktop.runtime;

import org.jspecify.annotations.NullMarked;
