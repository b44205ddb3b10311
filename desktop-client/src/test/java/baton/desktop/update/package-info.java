@NullMarked
package baton.desktop.update;

import org.jspecify.annotations.NullMarked;
