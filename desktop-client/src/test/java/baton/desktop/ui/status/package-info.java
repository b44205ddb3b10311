/// Tests of `baton.desktop.ui.status`.
@NullMarked
package baton.desktop.ui.status;

import org.jspecify.annotations.NullMarked;
