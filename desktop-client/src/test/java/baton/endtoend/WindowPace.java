package baton.endtoend;

import baton.desktop.store.ConversationRow;
import baton.model.ConversationId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// A window over a long history, in a process of its own: how soon it is there, what it costs, and
/// how evenly it draws. One thread; the figures come from [WindowProbe].
final class WindowPace {
    /// The longest of them is the one to scroll in.
    private static final int CONVERSATIONS = 200;

    private static final int PER_SECOND = 500;
    private static final int BURST = 25;

    private final Scene scene;
    private final int messages;
    private final int longest;
    private final int seconds;

    /// @param messages in all conversations together
    /// @param longest of these in one conversation
    /// @param seconds of each stretch of scrolling, of arriving messages and of rest
    WindowPace(Scene scene, int messages, int longest, int seconds) {
        this.scene = scene;
        this.messages = messages;
        this.longest = longest;
        this.seconds = seconds;
    }

    /// Figures in words, by what they are about, in the order in which they were taken.
    Map<String, String> run() {
        HeadlessDevice desk = scene.signUp("ana", "desk");
        HeadlessDevice home = scene.signUp("ben", "home");
        List<ConversationId> groups = gather(desk, home);
        scene.close(home);
        ConversationId longestOne = write(desk, groups);
        home = scene.open("home");
        await(home);
        scene.close(home);
        Map<String, String> figures = new LinkedHashMap<>();
        try {
            Process window = start();
            read(window, figures, () -> talk(desk, longestOne));
            int code = window.waitFor();
            if (code != 0) {
                throw new AssertionError("the window ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while a window was measured", e);
        }
        return figures;
    }

    private static List<ConversationId> gather(HeadlessDevice desk, HeadlessDevice home) {
        List<ConversationId> groups = new ArrayList<>();
        for (int i = 0; i < CONVERSATIONS; i++) {
            groups.add(
                    desk.runtime()
                            .intents()
                            .createGroup("Group " + i, List.of(home.account()), outcome -> {}));
        }
        return groups;
    }

    /// Nobody reads meanwhile: catching up is faster than hearing of each message.
    private ConversationId write(HeadlessDevice desk, List<ConversationId> groups) {
        ConversationId first = groups.getFirst();
        desk.sendMany(messages - longest, i -> groups.get(1 + i % (CONVERSATIONS - 1)));
        // Last, so that it stands on top of the list.
        desk.sendMany(longest, i -> first);
        scene.await("Ana has said it all", desk::isSettled);
        return first;
    }

    private void await(HeadlessDevice home) {
        scene.await("Ben holds it all", () -> home.isSettled() && holds(home) == messages);
    }

    private static long holds(HeadlessDevice device) {
        return device.reader().conversations().stream()
                .map(ConversationRow::id)
                .mapToLong(device::count)
                .sum();
    }

    private Process start() throws IOException {
        return Java.program(
                        System.getProperty("java.class.path"),
                        List.of(
                                "@" + System.getProperty("baton.desktop.options"),
                                "-Dglass.platform=Headless",
                                "-Dprism.order=sw"),
                        WindowProbe.class.getName(),
                        List.of(
                                scene.config("home").dataFolder().toString(),
                                "home",
                                Integer.toString(seconds)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// Each line is a figure, or asks for messages.
    private static void read(Process window, Map<String, String> figures, Runnable talk)
            throws IOException {
        try (BufferedReader lines = window.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(WindowProbe.TALK)) {
                    Thread.ofPlatform().daemon().name("talker").start(talk);
                } else if (line.startsWith(WindowProbe.FIGURE)) {
                    String[] parts = line.split(WindowProbe.BETWEEN, -1);
                    figures.put(parts[1], parts[2]);
                }
            }
        }
    }

    /// Sends at an even pace for as long as the window looks, and a little longer.
    private void talk(HeadlessDevice desk, ConversationId conversation) {
        long begun = System.nanoTime();
        int bursts = (seconds + 1) * PER_SECOND / BURST;
        for (int i = 1; i <= bursts; i++) {
            desk.sendMany(BURST, each -> conversation);
            long due = begun + i * 1_000_000_000L * BURST / PER_SECOND;
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }
}
