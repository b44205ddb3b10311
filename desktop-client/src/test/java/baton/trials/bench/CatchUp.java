package baton.trials.bench;

import baton.endtoend.Backlog;
import baton.endtoend.Scene;
import java.time.Duration;
import java.util.List;

/// W2: a device that was closed opens and has everything: whole devices with their SQLite and its
/// index of texts.
final class CatchUp implements Workload {
    private static final int CONVERSATIONS = 50;

    @Override
    public String name() {
        return "W2";
    }

    @Override
    public String title() {
        return "W2: catch-up of a whole device, into SQLite with the index of texts";
    }

    @Override
    public void run(Bench bench) throws Exception {
        for (int messages : bench.isQuick() ? List.of(300) : List.of(10_000, 100_000)) {
            int conversations = bench.size(CONVERSATIONS, 5);
            bench.inFolder(folder -> {
                try (Scene scene = Scene.patient(folder)) {
                    Backlog.Result result = new Backlog(scene, conversations).run(messages);
                    if (!result.isTrue()) {
                        bench.report()
                                .broken(
                                        "%d reports of what is left were wrong, %d stepped back"
                                                .formatted(result.wrong(), result.backwards()));
                    }
                    bench.report().add(row(messages, conversations, result));
                }
            });
        }
    }

    private Row row(int messages, int conversations, Backlog.Result result) {
        return new Row(
                        name(),
                        "%,d messages in %d conversations".formatted(messages, conversations))
                .count("messages", messages)
                .number("stored after s", "%.2f", seconds(result.toCurrent()))
                .number("stored/s", "%,.0f", messages / seconds(result.toCurrent()))
                .number("findable after another s", "%.2f", seconds(result.toFindable()))
                .number(
                        "findable/s, from the start",
                        "%,.0f",
                        messages / seconds(result.toCurrent().plus(result.toFindable())))
                .number("bytes written by the relay each", "%,.0f", result.bytesPerMessage())
                .count("reports of what is left", result.steps())
                .count("wrong", result.wrong());
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
