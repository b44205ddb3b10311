/// Tests of `baton.desktop.ui.firstrun`.
@NullMarked
package baton.desktop.ui.firstrun;

import org.jspecify.annotations.NullMarked;
