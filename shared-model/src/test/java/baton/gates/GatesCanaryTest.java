package baton.gates;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A gate that is switched off by mistake looks like code without faults; these samples tell. */
@Tag("gates")
class GatesCanaryTest {
    private static String output = "";

    @BeforeAll
    static void build(@TempDir Path folder) throws IOException, InterruptedException {
        List<Sample> all = Stream.concat(bad(), Stream.of(Sample.good())).toList();
        output = new SampleBuild(folder, all).run();
    }

    static Stream<Sample> bad() {
        return Stream.of(
                Sample.badlyFormatted(),
                Sample.bug(),
                Sample.warning(),
                Sample.nullReturned(),
                Sample.longFile(),
                Sample.longMethod(),
                Sample.manyParameters());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void stops(Sample sample) {
        assertTrue(said("\\] " + sample.module() + " .*FAILURE"), () -> report(sample));
        assertTrue(
                Pattern.compile(sample.stoppedBy()).matcher(partAbout(sample)).find(),
                () -> report(sample));
    }

    @Test
    void letsGoodCodePass() {
        assertTrue(said("\\] good .*SUCCESS"), () -> output);
    }

    private static boolean said(String pattern) {
        return Pattern.compile(pattern).matcher(output).find();
    }

    private static String report(Sample sample) {
        return sample.module()
                + " was not stopped by "
                + sample.stoppedBy()
                + "\n"
                + partAbout(sample);
    }

    /** From the heading of the module to the next one, and its line in the list of failures. */
    private static String partAbout(Sample sample) {
        String heading = "-< baton:" + sample.module() + " >-";
        int start = output.indexOf(heading);
        if (start < 0) {
            return output;
        }
        start += heading.length();
        int end = output.indexOf("-< baton:", start);
        String part = output.substring(start, end < 0 ? output.length() : end);
        String failure =
                output.lines()
                        .filter(line -> line.contains("on project " + sample.module() + ":"))
                        .reduce("", String::concat);
        return part + failure;
    }
}
