package baton.relay.app;

import baton.relay.redis.RedisConnections;
import baton.relay.redis.RedisEndpoint;
import baton.relay.redis.RedisUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/// The private Redis of a relay for which nobody set one up. It stores in the relay's data folder,
/// answers this user alone, ends with the relay, and is started again if it ends on its own; until
/// it is back, sends are answered with `relay-unavailable` and the devices repeat them.
final class EmbeddedRedis implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);
    private static final Duration RETRY_MIN = Duration.ofMillis(250);
    private static final Duration RETRY_MAX = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 20;
    private static final Pattern PROCESS_ID = Pattern.compile("process_id:(\\d+)");

    private final DataFolder data;
    private final Path folder;
    private final Path binary;
    private final RedisSettings settings;
    private final ThreadFactory threads;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile RedisProcess process;

    private EmbeddedRedis(DataFolder data, Path folder, ThreadFactory threads)
            throws IOException, InterruptedException, RelayStartException {
        this.data = data;
        this.folder = folder;
        this.threads = threads;
        Orphan.end(folder);
        this.binary = RedisBinary.find(System.getenv().getOrDefault("PATH", ""), folder);
        this.settings = RedisSettings.of(folder);
        this.process = RedisProcess.start(binary, settings.write(), threads);
        boolean ready = false;
        try {
            awaitReady();
            ready = true;
        } finally {
            if (!ready) {
                process.stop();
                settings.cleanUp();
            }
        }
    }

    /// Starts Redis and waits until it has read its file and answers.
    ///
    /// @throws RelayStartException if the folder is in use or Redis ends instead; with its last
    ///   words
    static EmbeddedRedis start(Path dataFolder, ThreadFactory threads)
            throws RelayStartException, InterruptedException {
        DataFolder data = DataFolder.open(dataFolder);
        try {
            EmbeddedRedis redis = new EmbeddedRedis(data, data.privateFolder("redis"), threads);
            threads.newThread(redis::keepRunning).start();
            return redis;
        } catch (IOException e) {
            release(data);
            throw new RelayStartException(
                    RelayStartException.Reason.STORE,
                    "The relay could not start its Redis in "
                            + data.path()
                            + " ("
                            + e
                            + "). Stored messages are untouched. Install redis-server 6.2 or newer,"
                            + " or name a running one with --redis.",
                    e);
        } catch (RelayStartException | RuntimeException | InterruptedException e) {
            release(data);
            throw e;
        }
    }

    RedisEndpoint endpoint() {
        return settings.endpoint();
    }

    Path dataFolder() {
        return data.path();
    }

    private void awaitReady() throws InterruptedException, RelayStartException, IOException {
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new RelayStartException(
                        RelayStartException.Reason.STORE,
                        "Redis ended while it started in "
                                + folder
                                + ". Stored messages are untouched; the relay repairs nothing on"
                                + " its own. Redis' last words:"
                                + System.lineSeparator()
                                + process.lastLines());
            }
            if (closing.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private boolean isReady() throws IOException {
        try (RedisConnections connections = new RedisConnections(endpoint())) {
            String info = connections.with(EmbeddedRedis::pingAndInfo);
            var id = PROCESS_ID.matcher(info);
            if (id.find()) {
                Orphan.remember(folder, Long.parseLong(id.group(1)));
            }
            return true;
        } catch (RedisUnavailableException e) {
            LOG.trace("Redis does not answer yet", e);
            return false;
        } catch (JedisException e) {
            throw new IOException("Redis answers what it should not", e);
        }
    }

    private static String pingAndInfo(Jedis jedis) {
        jedis.ping();
        return jedis.info("server");
    }

    private void keepRunning() {
        Duration delay = RETRY_MIN;
        try {
            while (true) {
                int code = process.waitFor();
                if (closing.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.stop();
                    return;
                }
                LOG.error(
                        "Redis ended (code {}). Acknowledged messages are on disk; what is sent now"
                                + " waits on the devices. Starting it again. Its last words: {}",
                        code,
                        process.lastLines());
                delay = restart() ? RETRY_MIN : longer(delay);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private boolean restart() throws InterruptedException {
        try {
            process = RedisProcess.start(binary, settings.write(), threads);
            awaitReady();
            LOG.info("Redis is back");
            return true;
        } catch (IOException | RelayStartException e) {
            LOG.error("Redis does not start: {}", e.getMessage());
            return false;
        }
    }

    private static Duration longer(Duration delay) {
        Duration twice = delay.multipliedBy(2);
        return twice.compareTo(RETRY_MAX) > 0 ? RETRY_MAX : twice;
    }

    /// Ends Redis, which writes what it still holds, and gives the folder free.
    @Override
    public void close() {
        closing.countDown();
        try {
            // Again and again, since it may just be starting anew.
            do {
                process.stop();
            } while (!ended.await(POLL_MILLIS, TimeUnit.MILLISECONDS));
            Orphan.forget(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("the folder {} could not be tidied up", folder, e);
        } finally {
            settings.cleanUp();
            release(data);
        }
    }

    private static void release(DataFolder data) {
        try {
            data.close();
        } catch (IOException e) {
            LOG.warn("the lock of {} could not be given back", data.path(), e);
        }
    }
}
