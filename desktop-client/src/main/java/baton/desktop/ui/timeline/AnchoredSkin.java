package baton.desktop.ui.timeline;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.ListViewSkin;
import javafx.scene.control.skin.VirtualFlow;

/// A list's skin with an [AnchoredFlow].
final class AnchoredSkin extends ListViewSkin<TimelineItem> {
    AnchoredSkin(ListView<TimelineItem> list) {
        super(list);
    }

    /// Called before this is made, so it can keep nothing.
    @Override
    protected VirtualFlow<ListCell<TimelineItem>> createVirtualFlow() {
        return new AnchoredFlow();
    }

    AnchoredFlow flow() {
        return (AnchoredFlow) getVirtualFlow();
    }
}
