package baton.desktop.ui.export;

import baton.desktop.store.ConversationRow;
import baton.desktop.store.StoreReader;
import baton.desktop.store.TimelinePage;
import baton.desktop.store.TimelineRow;
import baton.desktop.store.Watch;
import baton.desktop.ui.common.ConversationNames;
import baton.model.ConversationId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/// Writes conversations as this device holds them into a folder, one file for each. Reads page
/// after page, so that a history of any length needs the room of one page.
public final class Exporter {
    private static final int ROWS = 500;

    private final StoreReader store;
    private final Paper paper;
    private final ConversationNames names;

    public Exporter(StoreReader store, Paper paper) {
        this.store = store;
        this.paper = paper;
        this.names = new ConversationNames(paper.texts(), paper.me().account());
    }

    /// What is to be written where.
    ///
    /// @param only the conversations; empty for all of them
    /// @param folder made if it is not there
    /// @param replace whether files of an earlier export may be replaced
    public record Order(List<ConversationId> only, Format format, Path folder, boolean replace) {
        public Order {
            only = List.copyOf(only);
        }

        /// The same, with leave to replace.
        public Order replacing() {
            return new Order(only, format, folder, true);
        }
    }

    /// Blocks until everything is written. Whatever goes wrong, no file of it is left and none that
    /// was there is touched.
    ///
    /// @return the files; none if the watch broke it off
    /// @throws ExportException `export-exists` or `export-failed`
    /// @throws baton.desktop.store.StoreException if the store cannot be read
    public List<Path> write(Order order, Watch watch) throws ExportException {
        List<ConversationRow> conversations =
                store.conversations().stream()
                        .filter(row -> order.only().isEmpty() || order.only().contains(row.id()))
                        .toList();
        try {
            Files.createDirectories(order.folder());
            try (Staging staging = new Staging(order.folder(), order.replace())) {
                Run run = new Run(order, watch, staging, total(conversations));
                boolean whole = run.all(conversations);
                return whole ? staging.finish() : List.of();
            }
        } catch (IOException e) {
            throw new ExportException(e);
        }
    }

    private static long total(List<ConversationRow> conversations) {
        return conversations.stream().mapToLong(ConversationRow::head).sum();
    }

    /// One export under way.
    private final class Run {
        private final Order order;
        private final Watch watch;
        private final Staging staging;
        private final long total;
        private long before;

        private Run(Order order, Watch watch, Staging staging, long total) {
            this.order = order;
            this.watch = watch;
            this.staging = staging;
            this.total = total;
        }

        /// @return false if it was broken off
        private boolean all(List<ConversationRow> conversations)
                throws IOException, ExportException {
            if (order.format() == Format.HTML && order.only().isEmpty()) {
                contents(conversations);
            }
            for (ConversationRow conversation : conversations) {
                try (BufferedWriter out = staging.open(nameOf(conversation))) {
                    if (!one(conversation, writerOf(out))) {
                        return false;
                    }
                }
                before += conversation.head();
            }
            watch.passed(total, total);
            return true;
        }

        private void contents(List<ConversationRow> conversations)
                throws IOException, ExportException {
            try (BufferedWriter out = staging.open("index.html")) {
                HtmlContents.write(
                        out,
                        paper,
                        conversations.stream()
                                .map(row ->
                                        new HtmlContents.Line(
                                                names.titleOf(row),
                                                nameOf(row),
                                                paper.times().day(row.last().at())))
                                .toList());
            }
        }

        private String nameOf(ConversationRow conversation) {
            return FileNames.of(conversation.id(), names.titleOf(conversation), order.format());
        }

        private ConversationWriter writerOf(BufferedWriter out) throws IOException {
            return switch (order.format()) {
                case HTML -> new HtmlWriter(out, paper);
                case JSONL -> new JsonlWriter(out, paper.me(), paper.times().now());
            };
        }

        private boolean one(ConversationRow conversation, ConversationWriter writer)
                throws IOException {
            writer.begin(conversation);
            OptionalLong from = OptionalLong.of(0);
            while (from.isPresent()) {
                if (!watch.isWanted()) {
                    return false;
                }
                TimelinePage page = store.timelineFrom(conversation.id(), from.getAsLong(), ROWS);
                writer.page(page);
                from = page.reachesEnd() ? OptionalLong.empty() : after(page);
                from.ifPresent(next -> watch.passed(Math.min(before + next, total), total));
            }
            writer.end();
            return true;
        }

        /// Where the next page begins; nowhere if this one has nothing with a place.
        private static OptionalLong after(TimelinePage page) {
            return page.rows().stream()
                    .mapToLong(row ->
                            switch (row) {
                                case TimelineRow.Entry entry -> entry.event().seq() + 1;
                                case TimelineRow.Gap(var hole) -> hole.to() + 1;
                                case TimelineRow.Pending pending -> 0;
                            })
                    .filter(next -> next > 0)
                    .max();
        }
    }
}
