/// What a person may set: for all devices of the account, or for this one. FX thread; the view
/// model needs no toolkit. Knows no other feature.
@NullMarked
package baton.desktop.ui.settings;

import org.jspecify.annotations.NullMarked;
