package baton.desktop.ui.notifications;

import baton.desktop.store.ConversationRow;
import baton.desktop.store.StoreReader;
import baton.desktop.store.TimelineRow;
import baton.desktop.ui.common.ConversationNames;
import baton.desktop.ui.common.Silence;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads what is unread, conversation by conversation, and only those that changed since. One
/// thread at a time, beside the FX thread.
final class NewsReader {
    /// Of a conversation with more unread messages than this the newest count.
    private static final int ROWS_READ = 60;

    private final StoreReader store;
    private final Silence silence;
    private final AccountId me;
    private final Map<ConversationId, Known> known = new HashMap<>();

    /// @param bounds and the badge that it was read for
    private record Known(
            ConversationRow.Bounds bounds,
            ConversationRow.Badge badge,
            List<Long> holes,
            List<News> news) {

        boolean isStill(ConversationRow row) {
            return holes.isEmpty() && bounds.equals(row.bounds()) && badge.equals(row.badge());
        }
    }

    NewsReader(StoreReader store, Silence silence, AccountId me) {
        this.store = store;
        this.silence = silence;
        this.me = me;
    }

    List<Heard> read(List<ConversationRow> rows) {
        List<Heard> heard = new ArrayList<>();
        for (ConversationRow row : rows) {
            Known now =
                    row.unread() == 0
                            ? new Known(row.bounds(), row.badge(), List.of(), List.of())
                            : read(row);
            known.put(row.id(), now);
            heard.add(new Heard(row.id(), hush(row), row.head(), now.holes(), now.news()));
        }
        return heard;
    }

    private Known read(ConversationRow row) {
        Known before = known.get(row.id());
        if (before != null && before.isStill(row)) {
            return before;
        }
        List<Long> holes = new ArrayList<>();
        List<News> news = new ArrayList<>();
        for (TimelineRow each : store.timelineUpTo(row.id(), Long.MAX_VALUE, ROWS_READ).rows()) {
            switch (each) {
                case TimelineRow.Gap(var hole) -> holes.add(hole.from());
                case TimelineRow.Entry entry when isNews(entry, row.readSeq()) ->
                        news.add(of(entry));
                case TimelineRow.Entry _, TimelineRow.Pending _ -> {}
            }
        }
        return new Known(row.bounds(), row.badge(), List.copyOf(holes), List.copyOf(news));
    }

    private static boolean isNews(TimelineRow.Entry entry, long readSeq) {
        return entry.event().seq() > readSeq
                && !entry.own()
                && entry.event().body() instanceof EventBody.Message
                && !entry.folded().gone();
    }

    private News of(TimelineRow.Entry entry) {
        return new News(
                new Target(entry.event().seq(), entry.event().id()),
                entry.folded().mentions().contains(me),
                ConversationNames.nameOf(entry.event().author(), entry.authorName()),
                entry.folded().text());
    }

    private Heard.Hush hush(ConversationRow row) {
        return new Heard.Hush(
                row.left(),
                silence.isSilentEverywhere(row),
                silence.isSilentHere(row.id()),
                row.flags().archived());
    }
}
