package baton.relay.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.protocol.FrameCodec;
import baton.relay.account.Profile;
import baton.relay.account.SignedInDevice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RedisAccountsTest {
    @RegisterExtension private static final RedisServer REDIS = new RedisServer();

    private static final AccountId ANA = new AccountId("ana");
    private static final DeviceId DESK = new DeviceId("desk");
    private static final DeviceId LAPTOP = new DeviceId("laptop");
    private static final Instant NOW = Instant.ofEpochMilli(1_795_257_185_123L);

    private RedisConnections connections;
    private RedisAccounts accounts;

    @BeforeEach
    void create() {
        connections = REDIS.connections();
        accounts = new RedisAccounts(connections, new FrameCodec());
        assertTrue(accounts.create(ANA, new Profile("Ana", "secret", NOW), device(DESK)));
    }

    @AfterEach
    void forget() {
        connections.close();
        REDIS.forgetAll();
    }

    private static SignedInDevice device(DeviceId id) {
        return new SignedInDevice(id, id.value(), "linux", NOW, "hash of " + id);
    }

    @Test
    void renamedDeviceKeepsAllButItsName() {
        accounts.addDevice(ANA, device(LAPTOP));
        SignedInDevice renamed = device(DESK).named("Kitchen");
        assertEquals(Optional.of(renamed), accounts.renameDevice(ANA, DESK, "Kitchen"));
        assertEquals(Optional.of(renamed), accounts.device(ANA, DESK));
        assertEquals(Optional.of(device(LAPTOP)), accounts.device(ANA, LAPTOP));
    }

    @Test
    void deviceThatIsNotThereIsNotRenamedInto() {
        assertEquals(Optional.empty(), accounts.renameDevice(ANA, LAPTOP, "Kitchen"));
        assertEquals(List.of(device(DESK)), accounts.devices(ANA));
    }

    @Test
    void renamingNeverBringsBackADeviceThatLeavesMeanwhile() throws Exception {
        for (int run = 0; run < 200; run++) {
            accounts.addDevice(ANA, device(LAPTOP));
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Boolean>> both =
                        List.of(
                                () -> accounts.renameDevice(ANA, LAPTOP, "Kitchen").isPresent(),
                                () -> accounts.removeDevice(ANA, LAPTOP));
                assertTrue(threads.invokeAll(both).getLast().get());
            }
            assertFalse(accounts.device(ANA, LAPTOP).isPresent(), "run " + run);
        }
    }
}
