@NullMarked
package baton.relay.arch;

import org.jspecify.annotations.NullMarked;
