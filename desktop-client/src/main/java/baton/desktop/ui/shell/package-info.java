/// The main window: which panes there are and what stands in them. FX thread. The only feature
/// package that may see the others.
@NullMarked
package baton.desktop.ui.shell;

import org.jspecify.annotations.NullMarked;
