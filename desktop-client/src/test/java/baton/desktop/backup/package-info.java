@NullMarked
package baton.desktop.backup;

import org.jspecify.annotations.NullMarked;
