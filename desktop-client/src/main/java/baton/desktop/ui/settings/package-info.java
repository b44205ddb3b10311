/// What a person may set: for all devices of the account, or for this one. Sections, each with its
/// page; wiring adds those of other features, which it does not know. FX thread; the view model
/// needs no toolkit.
@NullMarked
package baton.desktop.ui.settings;

import org.jspecify.annotations.NullMarked;
