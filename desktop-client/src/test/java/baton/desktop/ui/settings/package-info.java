@NullMarked
package baton.desktop.ui.settings;

import org.jspecify.annotations.NullMarked;
