package baton.desktop.demo;

import baton.desktop.demo.stage.RelayState;
import baton.desktop.demo.stage.StageDoors;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The relay and the cords of the devices with a window, and the hands that pull, plug, kill and
/// start. Any thread may call; the hands do one thing after the other.
final class Wings implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wings.class);

    private final DemoRelay relay;
    private final Map<String, Cord> cords = new TreeMap<>();

    private Wings(DemoRelay relay) {
        this.relay = relay;
    }

    /// Starts the relay and lays a cord to it for each device that has a window.
    ///
    /// @throws UncheckedIOException if it cannot be started
    static Wings open(Path data) {
        Wings wings = new Wings(DemoRelay.start(data));
        for (String device : List.of("desk", "laptop", "ben")) {
            wings.cords.put(
                    device, Cord.to(wings.relay.address(), KeptPort.of(data, "way-of-" + device)));
        }
        return wings;
    }

    DemoRelay relay() {
        return relay;
    }

    /// Where devices find the relay, by their names.
    Map<String, String> ways() {
        Map<String, String> ways = new TreeMap<>();
        cords.forEach((device, cord) -> ways.put(device, cord.address()));
        return ways;
    }

    /// Gives a device its network or takes it away.
    void plug(Player player, boolean in) {
        Cord cord = cords.get(player.name());
        if (cord == null) {
            throw new DemoException(player.label() + " has no cord");
        }
        if (in && cord.isOut()) {
            cord.plugIn();
            player.runtime().intents().connectNow();
        } else if (!in) {
            cord.pullOut();
        }
    }

    /// What somebody at the stage may do.
    ///
    /// @param told how the relay stands, whenever that has changed
    StageDoors doors(Cast cast, Talk talk, Consumer<RelayState> told) {
        ExecutorService hands =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("hands").factory());
        return new StageDoors() {
            @Override
            public void plug(String device, boolean in) {
                hands.execute(() -> Wings.this.plug(cast.player(device), in));
            }

            @Override
            public void killRelay() {
                hands.execute(() -> {
                    relay.kill();
                    told.accept(RelayState.DEAD);
                });
            }

            @Override
            public void startRelay() {
                hands.execute(() -> told.accept(started()));
            }

            @Override
            public void talk(boolean on) {
                talk.turn(on);
            }

            @Override
            public void sayMuch() {
                talk.sayMuch();
            }
        };
    }

    private RelayState started() {
        try {
            relay.startAgain();
            return RelayState.RUNS;
        } catch (UncheckedIOException e) {
            LOG.warn("The relay cannot be started again", e);
            return RelayState.DEAD;
        }
    }

    @Override
    public void close() {
        cords.values().forEach(Cord::close);
        relay.close();
    }
}
