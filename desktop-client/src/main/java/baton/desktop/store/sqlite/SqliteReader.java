package baton.desktop.store.sqlite;

import baton.desktop.store.ConversationRow;
import baton.desktop.store.DeviceRow;
import baton.desktop.store.Identity;
import baton.desktop.store.Quote;
import baton.desktop.store.Reach;
import baton.desktop.store.SearchPage;
import baton.desktop.store.SearchQuery;
import baton.desktop.store.Since;
import baton.desktop.store.StoreException;
import baton.desktop.store.StoreReader;
import baton.desktop.store.TimelinePage;
import baton.desktop.store.TimelineRow;
import baton.desktop.sync.OutboxRow;
import baton.model.ConversationId;
import baton.model.Register;
import baton.model.Target;
import baton.model.Wording;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Queries for screens over a few read connections of its own; a caller that finds them all in use
/// waits. The file must have its writer open. A failure is a [StoreException].
public final class SqliteReader implements StoreReader, AutoCloseable {
    private static final int CONNECTIONS = 2;

    private final StoreFile file;
    private final Identity self;
    private final BlockingQueue<Sql> idle = new ArrayBlockingQueue<>(CONNECTIONS);

    /// @param self whose messages are "own", and which device is "this" one
    public SqliteReader(Path path, Identity self) {
        this.file = new StoreFile(path);
        this.self = self;
        for (int i = 0; i < CONNECTIONS; i++) {
            idle.add(file.openReader());
        }
    }

    @Override
    public List<ConversationRow> conversations() {
        return reading(sql -> new ConversationQuery(sql, self).rows(Scope.ALL));
    }

    @Override
    public Optional<ConversationRow> conversation(ConversationId id) {
        return reading(sql ->
                Scope.find(sql, id).stream()
                        .flatMap(scope -> new ConversationQuery(sql, self).rows(scope).stream())
                        .findFirst());
    }

    @Override
    public TimelinePage timelineUpTo(ConversationId id, long upTo, int limit) {
        return timeline(id, query -> query.upTo(upTo, limit));
    }

    @Override
    public TimelinePage timelineFrom(ConversationId id, long from, int limit) {
        return timeline(id, query -> query.from(from, limit));
    }

    private TimelinePage timeline(ConversationId id, Function<TimelineQuery, TimelinePage> page) {
        return reading(sql ->
                Scope.find(sql, id)
                        .map(scope -> new TimelineQuery(sql, self.account(), scope))
                        .map(page)
                        .orElse(new TimelinePage(List.of(), true, true)));
    }

    @Override
    public Since since(ConversationId id, Instant moment) {
        return reading(sql ->
                Scope.find(sql, id)
                        .map(scope -> new SinceQuery(sql, scope).since(moment))
                        .orElse(new Since.Beyond()));
    }

    @Override
    public SearchPage search(SearchQuery query, int limit, BooleanSupplier wanted) {
        return reading(sql -> SearchReader.page(sql, self, query, limit, wanted));
    }

    @Override
    public List<DeviceRow> devices() {
        return reading(sql -> new DeviceQuery(sql, self).rows());
    }

    @Override
    public List<Wording> history(ConversationId id, Target message) {
        return reading(sql ->
                Scope.find(sql, id)
                        .map(scope -> new TimelineQuery(sql, self.account(), scope))
                        .map(query -> query.history(message))
                        .orElse(List.of()));
    }

    @Override
    public Reach reach(ConversationId id, long seq) {
        return reading(sql ->
                Scope.find(sql, id)
                        .map(scope -> scope.only().getFirst().number())
                        .map(number -> new ReachQuery(sql, self).of(number, seq))
                        .orElse(Reach.UNKNOWN));
    }

    @Override
    public String setting(String name, String scope) {
        return reading(sql -> SettingRows.value(sql, name, scope));
    }

    @Override
    public List<Register.Setting> settings() {
        return reading(SettingRows::standing);
    }

    @Override
    public List<TimelineRow.Pending> outbox() {
        return reading(sql ->
                sql.list(
                        "SELECT * FROM outbox ORDER BY composed_at, client_seq",
                        row -> pending(sql, LocalRows.outbox(row))));
    }

    /// How much the store holds; reads all of it.
    public StoreSize size() {
        return reading(StoreSize::of);
    }

    private TimelineRow.Pending pending(Sql sql, OutboxRow row) {
        Quote quote =
                Scope.find(sql, row.conversation())
                        .map(scope -> scope.only().getFirst())
                        .map(one -> new FoldReader(sql, one, self.account(), List.of()))
                        .map(folds -> folds.quote(row.body()))
                        .orElse(Quote.NONE);
        return PendingRows.of(row, quote);
    }

    private <T> T reading(Function<Sql, T> query) {
        Sql sql = take();
        try {
            return sql.consistently(() -> query.apply(sql));
        } catch (StoreException e) {
            if (e.code().equals(StoreException.STORE_DAMAGED)) {
                file.suspect();
            }
            throw e;
        } finally {
            idle.add(sql);
        }
    }

    private Sql take() {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(StoreException.STORE_FAILED, e);
        }
    }

    /// Waits for queries that run. A query that begins later waits for ever, so stop its threads
    /// first.
    @Override
    public void close() {
        List<Sql> all = new ArrayList<>();
        while (all.size() < CONNECTIONS) {
            all.add(take());
        }
        all.forEach(Sql::close);
    }
}
