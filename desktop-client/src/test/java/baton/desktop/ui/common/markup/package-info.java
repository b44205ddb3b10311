@NullMarked
package baton.desktop.ui.common.markup;

import org.jspecify.annotations.NullMarked;
