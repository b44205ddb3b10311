/// The canned replies of an account, as a section of the settings. FX thread; the view model needs
/// no toolkit. Knows no other feature.
@NullMarked
package baton.desktop.ui.replies;

import org.jspecify.annotations.NullMarked;
