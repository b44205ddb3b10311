package baton.desktop.app;

import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.firstrun.Example;
import baton.desktop.ui.notices.LocalTrouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `./baton demo` as a program of its own beside this one: so it has a relay, devices and a folder
/// that this one shares nothing with, and goes on when this one ends.
public final class ExampleProgram implements Example {
    /// What the demo prints once its windows are there.
    public static final String READY = "They talk until you type into a window.";

    private static final Logger LOG = LoggerFactory.getLogger(ExampleProgram.class);
    private static final String MAIN = "baton.desktop.demo.DemoMain";

    private final List<String> command;
    private final Path folder;

    /// @param command prints [#READY] when its windows are there, and ends when they are closed
    /// @param folder for its log
    ExampleProgram(List<String> command, Path folder) {
        this.command = List.copyOf(command);
        this.folder = folder;
    }

    /// The demo as this program was started: the same classes and options, look and language.
    static ExampleProgram of(DesktopConfig config, Theme theme, Texts texts) {
        Path folder = config.dataFolder().resolve("demo");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !isOfThisRun(option))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(List.of("--data-dir", folder.toString()));
        command.addAll(
                List.of(
                        "--theme",
                        theme.choiceProperty().get().name().toLowerCase(Locale.ROOT),
                        "--lang",
                        texts.locale().getLanguage()));
        return new ExampleProgram(command, folder);
    }

    /// What the first start of a build writes down is about the desktop alone.
    private static boolean isOfThisRun(String option) {
        return option.startsWith("-XX:AOTMode") || option.startsWith("-XX:AOTConfiguration");
    }

    @Override
    public boolean isOffered() {
        return true;
    }

    @Override
    public Optional<String> open(Runnable closed) {
        try {
            Path log = Files.createDirectories(folder).resolve("demo.log");
            Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
            BufferedReader output = process.inputReader();
            String line = output.readLine();
            while (line != null && !line.equals(READY)) {
                line = output.readLine();
            }
            if (line == null) {
                LOG.warn("The example ended before its windows were there; {} says why", log);
                return Optional.of(LocalTrouble.EXAMPLE_FAILED.code());
            }
            Thread.ofVirtual().name("example").start(() -> follow(process, output, closed));
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("The example cannot be started", e);
            return Optional.of(LocalTrouble.EXAMPLE_FAILED.code());
        }
    }

    /// Reads what it still says, lest it waits for that, and tells when it has ended.
    private static void follow(Process process, BufferedReader output, Runnable closed) {
        try (output) {
            output.lines().forEach(line -> LOG.debug("The example says: {}", line));
            process.waitFor();
        } catch (IOException e) {
            LOG.debug("The example can no longer be heard", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closed.run();
        }
    }
}
