package baton.desktop.demo.stage;

import baton.desktop.runtime.SyncStatus;
import baton.desktop.runtime.SyncStatus.Link;
import baton.desktop.runtime.SyncStatus.Phase;
import baton.desktop.runtime.SyncStatus.Work;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// A stage without a relay and devices: one device is current, one is cut off, one catches up.
public final class SampleStage implements StageDoors {
    private static final Instant NOW = Instant.parse("2026-11-26T10:33:05Z");

    private final List<String> done = new ArrayList<>();
    private final StageViewModel viewModel;

    public SampleStage(Texts texts) {
        Times times = new Times(texts, () -> NOW, () -> ZoneOffset.UTC);
        Link online = new Link.Online(NOW.minusSeconds(600));
        Link offline =
                new Link.Offline(NOW.minusSeconds(40), NOW.plusSeconds(4), "relay-unreachable");
        Work work = new Work(Phase.RECENT, 188, 200, 90, Duration.ofSeconds(1));
        viewModel =
                new StageViewModel(
                        texts,
                        this,
                        List.of(
                                new DeviceStand(
                                        "desk",
                                        "Ana Novak · Desk-1",
                                        texts,
                                        times,
                                        new SyncStatus(online, Work.IDLE, NOW, 0, 0)),
                                new DeviceStand(
                                        "laptop",
                                        "Ana Novak · Laptop",
                                        texts,
                                        times,
                                        new SyncStatus(
                                                offline, Work.IDLE, NOW.minusSeconds(41), 12, 1)),
                                new DeviceStand(
                                        "ben",
                                        "Ben Okafor · Home",
                                        texts,
                                        times,
                                        new SyncStatus(online, work, NOW.minusSeconds(9), 12, 0))));
    }

    public StageViewModel viewModel() {
        return viewModel;
    }

    /// What was asked for, in words.
    public List<String> done() {
        return List.copyOf(done);
    }

    @Override
    public void plug(String device, boolean in) {
        done.add((in ? "plug in " : "cut off ") + device);
    }

    @Override
    public void killRelay() {
        done.add("kill the relay");
    }

    @Override
    public void startRelay() {
        done.add("start the relay");
    }

    @Override
    public void talk(boolean on) {
        done.add(on ? "talk" : "be silent");
    }

    @Override
    public void sayMuch() {
        done.add("say much");
    }
}
