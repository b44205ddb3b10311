@NullMarked
package baton.desktop.ui.program;

import org.jspecify.annotations.NullMarked;
