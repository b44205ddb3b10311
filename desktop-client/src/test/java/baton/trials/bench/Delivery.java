package baton.trials.bench;

import baton.endtoend.Latency;
import baton.endtoend.Nodes;
import baton.endtoend.RelayProcess;
import baton.endtoend.Scene;
import baton.relay.redis.RedisTopology;
import baton.trials.wire.WireLoop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// W1: people who are online talk. A message counts when it is acknowledged, which it is after the
/// write to disk, and stored on all other devices of the conversation.
final class Delivery implements Workload {
    static final int DEVICES = 2;
    static final int CHARS = 200;

    private static final int TALKERS_OF_GROUP = 10;
    private static final int OPEN_PER_SECOND = 1_000;

    @Override
    public String name() {
        return "W1";
    }

    @Override
    public String title() {
        return "W1: online delivery, light devices, acknowledged after fsync and stored on all others";
    }

    @Override
    public void run(Bench bench) throws Exception {
        List<Integer> sizes = bench.users();
        if (sizes.isEmpty()) {
            sizes = bench.isQuick() ? List.of(2, 6) : List.of(2, 20, 200, 1_000);
        }
        List<Integer> all = sizes;
        if (bench.users().isEmpty() && bench.nodes() == 1) {
            bench.inFolder(folder -> wholeDevices(bench, folder));
        }
        bench.inFolder(folder -> {
            if (bench.nodes() > 1) {
                RedisTopology redis = RedisTopology.start(RedisTopology.Kind.SINGLE, 0);
                try (Nodes nodes = Nodes.start(folder, redis, bench.nodes())) {
                    talk(bench, new Pairs(nodes.relays(), redis.processes()), all);
                }
            } else {
                try (RelayProcess relay = RelayProcess.start(folder)) {
                    talk(bench, new Pairs(List.of(relay), List.of(relay.redis().pid())), all);
                }
            }
        });
    }

    private void talk(Bench bench, Pairs pairs, List<Integer> sizes) throws Exception {
        for (int users : sizes) {
            bench.report().add(closed(bench, pairs, users));
        }
        boolean isAll = bench.users().isEmpty();
        int users = isAll ? bench.size(200, 4) : sizes.getLast();
        bench.report().add(open(bench, pairs, users));
        if (isAll) {
            for (int members : bench.isQuick() ? List.of(5) : List.of(10, 100, 500)) {
                bench.report().add(group(bench, pairs, members));
            }
        }
    }

    /// Two people with whole devices, their SQLite too, and one message at a time.
    private void wholeDevices(Bench bench, Path folder) {
        int messages = bench.size(1_000, 20);
        try (Scene scene = Scene.patient(folder)) {
            Latency.Result result = new Latency(scene).run(messages);
            bench.report()
                    .add(
                            new Row(name(), "2 users with whole devices, one message at a time")
                                    .count("messages", messages)
                                    .number("stored p50 ms", "%.2f", result.millis(0.5))
                                    .number("stored p99 ms", "%.1f", result.millis(0.99))
                                    .number("stored max ms", "%.0f", result.millis(1)));
        }
    }

    /// How long a stretch goes on before it is measured.
    static Duration warmUp(Bench bench) {
        return bench.time().dividedBy(3);
    }

    private static String at(Bench bench) {
        return bench.nodes() == 1 ? "" : " at %d relays".formatted(bench.nodes());
    }

    private Row closed(Bench bench, Pairs pairs, int users) throws Exception {
        String load = "%,d users%s, each with one message under way".formatted(users, at(bench));
        try (WireLoop loop = new WireLoop()) {
            List<Chat> chats = pairs.connect(loop, users);
            Traffic traffic = Traffic.closed(loop, chats, DEVICES, CHARS);
            return measured(bench, pairs, loop, traffic, load);
        }
    }

    private Row measured(Bench bench, Pairs pairs, WireLoop loop, Traffic traffic, String load) {
        traffic.start(1);
        traffic.pass(warmUp(bench));
        Meter meter = pairs.meter(loop);
        Traffic.Result result = traffic.measured(bench.time());
        Row row = row(load, result).text("offered/s", "as many as are taken");
        meter.tell(row, result.finished());
        traffic.finish();
        return row;
    }

    private Row row(String load, Traffic.Result result) {
        return new Row(name(), load)
                .number("achieved/s", "%,.0f", result.perSecond())
                .count("messages", result.finished())
                .times("ack", result.acks())
                .times("stored", result.stored());
    }

    private Row open(Bench bench, Pairs pairs, int users) throws Exception {
        int perSecond = bench.size(OPEN_PER_SECOND, 200);
        String load =
                "%,d users%s, a message every %d µs"
                        .formatted(users, at(bench), 1_000_000 / perSecond);
        try (WireLoop loop = new WireLoop()) {
            List<Chat> chats = pairs.connect(loop, users);
            Traffic traffic = Traffic.open(loop, chats, DEVICES, CHARS);
            traffic.measured(perSecond, warmUp(bench));
            Meter meter = pairs.meter(loop);
            Traffic.Result result = traffic.measured(perSecond, bench.time());
            Row row = row(load, result).number("offered/s", "%,.0f", perSecond);
            meter.tell(row, result.finished());
            return row;
        }
    }

    private Row group(Bench bench, Pairs pairs, int members) throws Exception {
        int talkers = Math.min(members, TALKERS_OF_GROUP);
        String load =
                "group of %,d, %d of them with one message under way".formatted(members, talkers);
        try (WireLoop loop = new WireLoop()) {
            Chat chat = pairs.group(loop, members, talkers);
            Traffic traffic = Traffic.closed(loop, List.of(chat), 1, CHARS);
            return measured(bench, pairs, loop, traffic, load);
        }
    }
}
