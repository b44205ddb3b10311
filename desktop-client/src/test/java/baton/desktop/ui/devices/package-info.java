/// Tests of `baton.desktop.ui.devices`.
@NullMarked
package baton.desktop.ui.devices;

import org.jspecify.annotations.NullMarked;
