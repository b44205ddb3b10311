/// Tests of `baton.desktop.ui.newconversation`.
@NullMarked
package baton.desktop.ui.newconversation;

import org.jspecify.annotations.NullMarked;
