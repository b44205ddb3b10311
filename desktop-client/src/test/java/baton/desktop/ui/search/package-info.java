@NullMarked
package baton.desktop.ui.search;

import org.jspecify.annotations.NullMarked;
