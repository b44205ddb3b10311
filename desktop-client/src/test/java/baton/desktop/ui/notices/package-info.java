/// Tests of `baton.desktop.ui.notices`.
@NullMarked
package baton.desktop.ui.notices;

import org.jspecify.annotations.NullMarked;
