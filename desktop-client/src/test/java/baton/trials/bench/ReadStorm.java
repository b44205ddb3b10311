package baton.trials.bench;

import baton.endtoend.HeadlessDevice;
import baton.endtoend.Scene;
import baton.model.ConversationId;
import baton.trials.wire.WireLoop;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// W6: a person with several devices reads everything on one of them: how soon all agree, and what
/// each is sent. The devices are whole ones; a light one beside them counts frames.
final class ReadStorm implements Workload {
    private static final int DEVICES = 5;
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

    @Override
    public String name() {
        return "W6";
    }

    @Override
    public String title() {
        return "W6: read storm, whole devices";
    }

    @Override
    public void run(Bench bench) throws Exception {
        int conversations = bench.size(1_000, 20);
        bench.inFolder(folder -> {
            try (Scene scene = Scene.patient(folder);
                    WireLoop loop = new WireLoop()) {
                bench.report().add(storm(scene, loop, conversations));
            }
        });
    }

    private Row storm(Scene scene, WireLoop loop, int conversations) throws Exception {
        HeadlessDevice home = scene.signUp("ben", "home");
        List<HeadlessDevice> devices = new ArrayList<>();
        devices.add(scene.signUp("ana", "device-1"));
        for (int i = 2; i <= DEVICES; i++) {
            devices.add(scene.signIn("ana", "device-" + i));
        }
        List<ConversationId> all = new ArrayList<>();
        for (int i = 1; i <= conversations; i++) {
            all.add(
                    home.runtime()
                            .intents()
                            .createGroup(
                                    "Group " + i,
                                    List.of(devices.getFirst().account()),
                                    outcome -> {}));
        }
        home.sendMany(conversations, all::get);
        scene.await(
                "everything is there and unread",
                () ->
                        home.isSettled()
                                && devices.stream().allMatch(HeadlessDevice::isSettled)
                                && devices.stream().allMatch(one -> unread(one) == conversations));
        URI relay = URI.create(scene.relay().address());
        LightDevice counter = counter(loop, relay, devices.getFirst());
        turnUntil(loop, counter, counter::isCurrent);
        long frames = counter.frames();
        long bytes = loop.bytes();
        long start = System.nanoTime();
        devices.getFirst().runtime().intents().markAllRead();
        turnUntil(loop, counter, () -> devices.stream().allMatch(one -> unread(one) == 0));
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Row(name(), "%d devices, %,d conversations".formatted(DEVICES, conversations))
                .count("conversations", conversations)
                .number("all agree after s", "%.2f", seconds)
                .count("frames to each device", counter.frames() - frames)
                .count("bytes to each device", loop.bytes() - bytes);
    }

    private static LightDevice counter(WireLoop loop, URI relay, HeadlessDevice ana)
            throws Exception {
        String token = new People(relay).signIn(ana.account(), Scene.PASSWORD);
        ConversationId notes = ConversationId.notes(ana.account());
        return new LightDevice(loop, relay, token, notes, 1, new LightDevice.Hearer() {});
    }

    private static long unread(HeadlessDevice device) {
        return device.reader().conversations().stream()
                .mapToLong(row -> row.unread() > 0 ? 1 : 0)
                .sum();
    }

    private static void turnUntil(
            WireLoop loop, LightDevice counter, java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the devices do not agree");
            }
            loop.turn(TURN_NANOS);
            counter.tick(System.nanoTime());
        }
    }
}
