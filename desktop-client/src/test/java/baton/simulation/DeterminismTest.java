package baton.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.model.Allowed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// One seed is one run, in this process and in the next one: the same story, down to the frames.
@ExtendWith(Silence.class)
final class DeterminismTest {
    private static final int SEEDS = 48;

    @Test
    void oneSeedIsOneRunInTwoProcesses() throws IOException, InterruptedException {
        String here = Traces.of(SEEDS);
        assertEquals(here, Traces.of(SEEDS), "in one process");
        Process other =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dbaton.test.log=OFF",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Traces.class.getName(),
                                Integer.toString(SEEDS))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String output = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, other.waitFor());
        assertEquals(here, output.lines().reduce("", (before, line) -> line), "in two processes");
    }

    /// Prints the hashes of some runs.
    @Allowed("a process of its own answers on its output")
    static final class Traces {
        private Traces() {}

        public static void main(String[] arguments) {
            System.out.println(of(Integer.parseInt(arguments[0])));
        }

        static String of(int seeds) {
            StringBuilder hashes = new StringBuilder();
            for (long seed = 0; seed < seeds; seed++) {
                Story.Hash hash = new Story.Hash();
                new Simulation(seed, Planted.NOTHING, hash).run();
                hashes.append(' ').append(hash.value());
            }
            return hashes.toString();
        }
    }
}
