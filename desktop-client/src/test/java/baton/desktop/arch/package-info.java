@NullMarked
package baton.desktop.arch;

import org.jspecify.annotations.NullMarked;
