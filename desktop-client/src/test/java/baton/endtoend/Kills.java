package baton.endtoend;

import baton.model.ConversationId;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// Two people talk while relay, Redis and a client are killed in turn, each in the middle of
/// messages that are under way. Ana's desk, a process of its own, sends; Ben answers each message;
/// Ana's laptop listens. At the end every device's own SQLite is compared with what the senders
/// wrote down.
final class Kills {
    private static final String DESK = "desk";
    private static final String LAPTOP = "laptop";
    private static final String HOME = "home";

    /// Ana waits for Ben's answers now and then, so that both talk to the end.
    private static final long AHEAD = 20;

    private final Scene scene;
    private final Path asked;
    private final Path answered;
    private final Path clientLog;
    private final long each;
    private final int rounds;

    /// Who is killed.
    enum Victim {
        RELAY,
        REDIS,
        CLIENT
    }

    /// @param kills how many there were
    /// @param inTheMiddle how many of them while both people still talked
    /// @param verdicts of each device about each sender
    /// @param sameHistory whether all devices hold the same events at the same places
    record Result(int kills, int inTheMiddle, List<Ledger.Verdict> verdicts, boolean sameHistory) {
        boolean isClean() {
            return sameHistory
                    && inTheMiddle == kills
                    && verdicts.stream().allMatch(Ledger.Verdict::isClean);
        }

        /// Messages that devices had to hold, summed over the devices.
        long promised() {
            return sum(Ledger.Verdict::promised);
        }

        long sum(ToLongFunction<Ledger.Verdict> figure) {
            return verdicts.stream().mapToLong(figure).sum();
        }
    }

    /// @param folder for the ledgers and the log of Ana's desk
    /// @param messages half of them by each person
    /// @param rounds how often each victim is killed
    Kills(Scene scene, Path folder, long messages, int rounds) {
        this.scene = scene;
        this.asked = folder.resolve("asked");
        this.answered = folder.resolve("answered");
        this.clientLog = folder.resolve("desk.log");
        this.each = messages / 2;
        this.rounds = rounds;
    }

    Result run() {
        scene.close(scene.signUp("ana", DESK));
        HeadlessDevice laptop = scene.signIn("ana", LAPTOP);
        HeadlessDevice home = scene.signUp("ben", HOME);
        ConversationId talk = ConversationId.direct(laptop.account(), home.account());
        Talker ben = new Talker(home, scene.changes(), talk, new Ledger(answered), HOME);
        FutureTask<Boolean> answering = new FutureTask<>(() -> ben.talk(each, 0), true);
        Thread.ofPlatform().name("ben").start(answering);
        TalkingDevice desk = startDesk(talk);
        int kills = 0;
        int inTheMiddle = 0;
        for (int round = 0; round < rounds; round++) {
            for (Victim victim : Victim.values()) {
                kills++;
                long due = each * 2 * kills / (3L * rounds + 1);
                scene.await(due + " messages", () -> home.count(talk) >= due);
                inTheMiddle += desk.isTalking() && !answering.isDone() ? 1 : 0;
                desk = strike(victim, desk, talk);
            }
        }
        int code = desk.await();
        if (code != 0) {
            throw new AssertionError("Ana's desk ended with " + code + ", see " + clientLog);
        }
        await(answering);
        HeadlessDevice again = scene.open(DESK);
        scene.awaitMessages(2 * each, talk, again, laptop, home);
        List<HeadlessDevice> devices = List.of(again, laptop, home);
        return new Result(kills, inTheMiddle, verdicts(talk, devices), isSame(talk, devices));
    }

    private List<Ledger.Verdict> verdicts(ConversationId talk, List<HeadlessDevice> devices) {
        return devices.stream()
                .flatMap(device ->
                        Stream.of(asked, answered)
                                .map(file -> new Ledger(file).compare(device.reader(), talk)))
                .toList();
    }

    private static boolean isSame(ConversationId talk, List<HeadlessDevice> devices) {
        return devices.stream().map(device -> device.history(talk)).distinct().count() == 1;
    }

    private TalkingDevice startDesk(ConversationId talk) {
        return TalkingDevice.start(
                new TalkingDevice.Task(scene.config(DESK), talk, asked, DESK, each, AHEAD),
                clientLog);
    }

    private TalkingDevice strike(Victim victim, TalkingDevice desk, ConversationId talk) {
        return switch (victim) {
            case RELAY -> {
                scene.relay().kill();
                scene.relay().start();
                yield desk;
            }
            case REDIS -> {
                scene.relay().killRedis();
                yield desk;
            }
            case CLIENT -> {
                desk.kill();
                yield startDesk(talk);
            }
        };
    }

    private static void await(FutureTask<Boolean> task) {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while Ben answered", e);
        } catch (ExecutionException e) {
            throw new AssertionError("Ben could not answer", e);
        }
    }
}
