package baton.desktop.ui.export;

import baton.desktop.ui.common.Me;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Times;

/// In whose words and whose time an export is written.
public record Paper(Texts texts, Times times, Me me) {}
