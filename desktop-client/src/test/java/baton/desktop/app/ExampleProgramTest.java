package baton.desktop.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleProgramTest {
    @TempDir Path folder;

    private ExampleProgram program(Class<?> main, String argument) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ExampleProgram(
                List.of(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        argument),
                folder);
    }

    /// Says that it is ready, and is closed when a file is gone.
    static final class Talkative {
        public static void main(String[] arguments) throws Exception {
            Path open = Path.of(arguments[0]);
            System.out.println("Starting a relay");
            System.out.println(ExampleProgram.READY);
            while (Files.exists(open)) {
                System.out.println("much to say ".repeat(1_000));
            }
        }
    }

    static final class Broken {
        public static void main(String[] arguments) {
            System.out.println("Starting a relay");
            System.err.println("no relay here");
            System.exit(1);
        }
    }

    @Test
    void tellsWhenItsWindowsAreThereAndWhenTheyAreClosed() throws Exception {
        Path open = Files.createFile(folder.resolve("open"));
        CountDownLatch closed = new CountDownLatch(1);
        assertEquals(
                Optional.empty(),
                program(Talkative.class, open.toString()).open(closed::countDown));
        assertEquals(1, closed.getCount());
        Files.delete(open);
        assertTrue(closed.await(1, TimeUnit.MINUTES));
    }

    @Test
    void programThatEndsBeforeItsWindowsAreThereIsATroubleWithALog() throws IOException {
        Optional<String> code = program(Broken.class, "").open(() -> {});
        assertEquals(Optional.of("example-failed"), code);
        assertTrue(Files.readString(folder.resolve("demo.log")).contains("no relay here"));
    }

    @Test
    void whatCannotBeStartedIsATrouble() {
        ExampleProgram none = new ExampleProgram(List.of("/no/such/program"), folder);
        assertEquals(Optional.of("example-failed"), none.open(() -> {}));
    }
}
