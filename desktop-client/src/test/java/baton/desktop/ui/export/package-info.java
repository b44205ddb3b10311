@NullMarked
package baton.desktop.ui.export;

import org.jspecify.annotations.NullMarked;
