package baton.desktop.store.sqlite;

import baton.desktop.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// One connection with its prepared statements. One thread at a time. Every failure is a
/// [StoreException]; what was written since the last commit is then gone. A statement that failed
/// is prepared anew, because the driver has closed it.
final class Sql implements AutoCloseable {
    /// Instructions of SQLite, about a millisecond.
    private static final int STEPS = 20_000;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Sql(Connection connection) {
        this.connection = connection;
    }

    /// Makes a value of the row under the cursor.
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Looks at the row under the cursor.
    @FunctionalInterface
    interface RowVisitor {
        /// @return whether the next one is wanted
        boolean visit(ResultSet row) throws SQLException;
    }

    int run(String sql, Object... values) {
        try {
            return bound(sql, values).executeUpdate();
        } catch (SQLException e) {
            prepared.remove(sql);
            throw failure(e);
        }
    }

    /// Runs one statement for each item, all at once.
    <T> void batch(String sql, List<T> items, Function<T, Object[]> values) {
        try {
            PreparedStatement statement = prepared(sql);
            for (T item : items) {
                bind(statement, values.apply(item));
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            prepared.remove(sql);
            throw failure(e);
        }
    }

    /// Runs several statements at once; they take no values and are not kept.
    void script(String statements) {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(statements);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    <T> List<T> list(String sql, RowReader<T> reader, Object... values) {
        List<T> result = new ArrayList<>();
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            while (rows.next()) {
                result.add(reader.read(rows));
            }
            return result;
        } catch (SQLException e) {
            prepared.remove(sql);
            throw failure(e);
        }
    }

    /// Looks at rows one after the other until one of them is the last that is wanted.
    void walk(String sql, RowVisitor visitor, Object... values) {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            boolean wanted = true;
            while (wanted && rows.next()) {
                wanted = visitor.visit(rows);
            }
        } catch (SQLException e) {
            prepared.remove(sql);
            throw failure(e);
        }
    }

    /// Breaks off what reads for too long.
    ///
    /// @param wanted asked about every millisecond
    /// @param otherwise the answer if it was not wanted any more
    <T> T whileWanted(BooleanSupplier wanted, Supplier<T> work, T otherwise) {
        ProgressHandler asking =
                new ProgressHandler() {
                    @Override
                    protected int progress() {
                        return wanted.getAsBoolean() ? 0 : 1;
                    }
                };
        try {
            ProgressHandler.setHandler(connection, STEPS, asking);
            try {
                return work.get();
            } catch (StoreException e) {
                if (wanted.getAsBoolean()) {
                    throw e;
                }
                return otherwise;
            } finally {
                ProgressHandler.clearHandler(connection);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) {
        return list(sql, reader, values).stream().findFirst();
    }

    /// The number in the only column of the only row.
    long number(String sql, Object... values) {
        return first(sql, row -> row.getLong(1), values).orElseThrow();
    }

    /// All of `work` becomes durable, or nothing of it.
    void atomically(Runnable work) {
        run("BEGIN IMMEDIATE");
        inTransaction(() -> {
            work.run();
            return true;
        });
    }

    /// Everything that `work` reads belongs to one state.
    <T> T consistently(Supplier<T> work) {
        run("BEGIN");
        return inTransaction(work);
    }

    private <T> T inTransaction(Supplier<T> work) {
        try {
            T result = work.get();
            run("COMMIT");
            return result;
        } catch (RuntimeException e) {
            rollBack(e);
            throw e;
        }
    }

    private void rollBack(RuntimeException cause) {
        try {
            run("ROLLBACK");
        } catch (StoreException e) {
            // SQLite rolls back by itself when the disk is full; then there is nothing left to do.
            cause.addSuppressed(e);
        }
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared(sql);
        bind(statement, values);
        return statement;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /// Lets go of all statements: SQLite rebuilds a file only while there is none.
    void release() {
        try {
            for (PreparedStatement statement : prepared.values()) {
                statement.close();
            }
            prepared.clear();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Closes the connection and, if it is the file's last one, folds the WAL into the file.
    @Override
    public void close() {
        release();
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    static StoreException failure(SQLException cause) {
        if (!(cause instanceof SQLiteException sqlite)) {
            return new StoreException(StoreException.STORE_FAILED, cause);
        }
        SQLiteErrorCode code = sqlite.getResultCode();
        if (code == SQLiteErrorCode.SQLITE_FULL || code == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
            return new StoreException(StoreException.DISK_FULL, cause);
        }
        boolean damaged =
                code == SQLiteErrorCode.SQLITE_NOTADB || code.name().startsWith("SQLITE_CORRUPT");
        return new StoreException(
                damaged ? StoreException.STORE_DAMAGED : StoreException.STORE_FAILED, cause);
    }
}
