@NullMarked
package baton.desktop.ui.replies;

import org.jspecify.annotations.NullMarked;
