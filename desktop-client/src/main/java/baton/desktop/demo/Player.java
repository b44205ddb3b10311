package baton.desktop.demo;

import baton.desktop.app.DeviceRuntime;
import baton.desktop.runtime.SyncStatus;
import baton.desktop.store.ConversationRow;
import baton.desktop.store.StoreReader;
import baton.desktop.store.TimelineRow;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.EventBody;
import java.util.List;

/// One device of the demo.
///
/// @param name what the script calls it, and its profile
record Player(String name, DeviceRuntime runtime) {
    private static final int ROWS = 20;

    AccountId account() {
        return runtime.me().account();
    }

    /// For people, for example `Ana · Laptop`.
    String label() {
        return runtime.me().name() + " · " + runtime.me().deviceName();
    }

    /// Whether it is connected to the relay at the moment.
    boolean isOnline() {
        return runtime.hints().status().link() instanceof SyncStatus.Link.Online;
    }

    /// What its window shows at the moment, in one line.
    String summary() {
        StoreReader store = runtime.reader();
        List<ConversationRow> rows = store.conversations();
        long unread = rows.stream().mapToLong(ConversationRow::unread).sum();
        long messages =
                rows.stream().mapToLong(row -> History.of(store, row).messages().size()).sum();
        return "%-16s %4d messages %3d unread %3d pending"
                .formatted(label(), messages, unread, runtime.hints().status().pendingIn());
    }

    /// Whether a text is among the newest of a conversation here, sent or waiting.
    boolean shows(ConversationId conversation, String text) {
        EventBody said = new EventBody.Message(text);
        return runtime.reader().timelineUpTo(conversation, Long.MAX_VALUE, ROWS).rows().stream()
                .anyMatch(row ->
                        switch (row) {
                            case TimelineRow.Entry entry -> entry.event().body().equals(said);
                            case TimelineRow.Pending pending -> pending.body().equals(said);
                            case TimelineRow.Gap gap -> false;
                        });
    }
}
