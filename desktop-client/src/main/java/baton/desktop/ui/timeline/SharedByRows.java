package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Texts;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/// What the rows of a list have together, so that a row is light and outlives a conversation.
///
/// @param actions of the open conversation
/// @param bar beside the row under the pointer
/// @param found key of the row that a person has just jumped to; empty for none
record SharedByRows(
        Texts texts,
        Supplier<MessageActions> actions,
        MessageMenu menu,
        HoverBar bar,
        ObservableValue<String> found,
        ObservableValue<Picks> picks) {}
