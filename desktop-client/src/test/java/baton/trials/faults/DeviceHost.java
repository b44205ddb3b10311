package baton.trials.faults;

import baton.model.Allowed;
import baton.model.ConversationId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// A process with some devices, so that they can be killed or stopped together. It obeys lines of
/// its input, answers with lines that begin with [#ANSWER], and ends with its input.
@Allowed("answers whoever started it")
final class DeviceHost {
    static final String ANSWER = "HOST ";
    static final String ACT = "act ";
    static final String ACTED = "acted ";
    static final String STATUS = "status";
    static final String OPEN = "open";
    static final String CLOCK = "clock ";

    private final List<Actor> actors = new ArrayList<>();
    private final JumpingClock clock = new JumpingClock();

    /// @param parts each `PROFILE CONVERSATION …`
    private DeviceHost(Path folder, Path ledgers, long seed, Duration pace, List<String> parts) {
        for (String part : parts) {
            String[] words = part.split(" ", -1);
            List<ConversationId> conversations =
                    Stream.of(words).skip(1).map(ConversationId::new).toList();
            actors.add(
                    new Actor(
                            folder,
                            ledgers,
                            new Actor.Part(words[0], conversations, seed, pace),
                            clock));
        }
    }

    public static void main(String[] arguments) throws IOException {
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
            error.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        DeviceHost host =
                new DeviceHost(
                        Path.of(arguments[0]),
                        Path.of(arguments[1]),
                        Long.parseLong(arguments[2]),
                        Duration.ofMillis(Long.parseLong(arguments[3])),
                        Files.readAllLines(Path.of(arguments[4])));
        say(OPEN);
        try (BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = orders.readLine(); line != null; line = orders.readLine()) {
                host.obey(line);
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private void obey(String order) {
        if (order.startsWith(ACT)) {
            String[] words = order.split(" ", -1);
            play(Long.parseLong(words[1]), Long.parseLong(words[2]));
        } else if (order.equals(STATUS)) {
            long settled = actors.stream().filter(Actor::isSettled).count();
            say(STATUS + " " + settled + " " + actors.size());
        } else if (order.startsWith(CLOCK)) {
            clock.set(Duration.ofSeconds(Long.parseLong(order.substring(CLOCK.length()))));
            say(order);
        } else {
            actors.forEach(Actor::connectNow);
        }
    }

    /// Everybody at once; says so when all have ended.
    private void play(long round, long acts) {
        CountDownLatch playing = new CountDownLatch(actors.size());
        for (Actor actor : actors) {
            Thread.ofPlatform()
                    .name("actor")
                    .start(() -> {
                        actor.play(round, acts);
                        playing.countDown();
                    });
        }
        Thread.ofPlatform()
                .name("end-of-round")
                .start(() -> {
                    try {
                        playing.await();
                        say(ACTED + round);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private static synchronized void say(String words) {
        System.out.println(ANSWER + words);
        System.out.flush();
    }
}
