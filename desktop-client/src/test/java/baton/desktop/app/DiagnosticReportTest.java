package baton.desktop.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.store.Identity;
import baton.desktop.store.Tick;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.model.EventBody;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DiagnosticReportTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:33:05Z");
    private static final String TOKEN = "ana~d1a2b3c4d5e6f7g8~" + "Aa0_-".repeat(8) + "xyz";

    private final SampleDevice device = SampleLife.device();
    private final Identity me =
            new Identity(
                    "wss://chat.example.org:7340",
                    device.me().account(),
                    device.me().name(),
                    device.me().device(),
                    device.me().deviceName());
    private final DiagnosticReport report = new DiagnosticReport(device, me);

    private static void assertLacks(String text, List<String> secrets) {
        String small = text.toLowerCase(Locale.ROOT);
        for (String secret : secrets) {
            assertFalse(small.contains(secret.toLowerCase(Locale.ROOT)), secret + " in\n" + text);
        }
    }

    @Test
    void theLogNamesNobodyAndOpensNothing() {
        String log =
                report.log(
                        List.of(
                                "WARN ben sent in Payments outage, d:ana:ben, g:release000000042",
                                "WARN Ana Novak, ANA, Desk-1, desk1 and Mia Chen; then Chen alone",
                                "WARN wss://chat.example.org:7340/v1/socket and chat.example.org",
                                "WARN token " + TOKEN + " code H7KM-3QXA",
                                "WARN 李伟 @liwei https://elsewhere.example.net/path?key=1"));
        assertLacks(
                log,
                List.of(
                        "ben",
                        "ana",
                        "novak",
                        "mia",
                        "chen",
                        "desk",
                        "payments",
                        "release0",
                        "example",
                        "H7KM",
                        "Aa0_",
                        "李伟",
                        "liwei"));
        assertEquals(5, log.lines().count());
    }

    @Test
    void oneNameIsOneWordEverywhere() {
        String log = report.log(List.of("ben and mia", "mia and ben"));
        String[] lines = log.split("\n", -1);
        String ben = lines[0].substring(0, lines[0].indexOf(" and "));
        assertTrue(ben.startsWith("‹account "), log);
        assertTrue(lines[1].endsWith(" and " + ben), log);
    }

    @Test
    void whatOnlyBeginsLikeANameStays() {
        assertEquals("bench and analysis\n", report.log(List.of("bench and analysis")));
    }

    @Test
    void factsCountAndHoldNoMessage() {
        device.pending(
                SampleLife.OUTAGE,
                SampleLife.NOW,
                new EventBody.Message("vermilion heron"),
                Tick.FAILED,
                "stale-reply",
                0);
        String facts = report.facts(device.status(), NOW, "Baton 1");
        assertTrue(facts.contains("outbox {stale-reply=1}"), facts);
        assertTrue(facts.contains("conversations " + device.conversations().size()), facts);
        assertLacks(facts, List.of("vermilion", "ana", "novak", "example"));
    }

    @Test
    void theRingKeepsTheNewestLines() {
        LogRing ring = LogRing.ofThisRun();
        LoggerFactory.getLogger(DiagnosticReportTest.class).error("a line to be found again");
        assertTrue(ring.lines().getLast().contains("a line to be found again"));
        assertTrue(ring.lines().size() <= 1_000);
    }
}
