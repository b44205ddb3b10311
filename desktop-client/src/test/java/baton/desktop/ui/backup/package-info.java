@NullMarked
package baton.desktop.ui.backup;

import org.jspecify.annotations.NullMarked;
