package baton.trials.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// A campaign in numbers, as Markdown and as JSON, and the story of what went wrong.
final class FaultsReport {
    private static final int TOLD_MAX = 5;
    private static final int LINES_MAX = 16;

    private final String command;
    private final CampaignResult result;
    private final List<Control> controls;

    /// @param command that makes it again
    /// @param controls that must have gone red
    FaultsReport(String command, CampaignResult result, List<Control> controls) {
        this.command = command;
        this.result = result;
        this.controls = List.copyOf(controls);
    }

    /// Whether every promise was kept, and whoever looked would have seen if it were not.
    boolean isConvincing() {
        return result.isClean() && controls.stream().allMatch(Control::isRed);
    }

    /// Names and values in the order of the table.
    private Map<String, Object> rows() {
        Map<String, Object> rows = new LinkedHashMap<>();
        Campaign.Plan plan = result.plan();
        rows.put("command", command);
        rows.put("cores", Runtime.getRuntime().availableProcessors());
        rows.put("seed", plan.seed());
        rows.put("Redis", plan.setup().topology().toString());
        rows.put("relays", plan.setup().nodes());
        rows.put("events kept of each log (0: all)", plan.setup().keepEvents());
        rows.put("accounts", plan.size().accounts());
        rows.put("devices", result.devices());
        rows.put("members of each group", plan.size().groups().toString());
        rows.put("rounds", result.rounds());
        rows.put("acts promised by devices", result.last().promised());
        rows.put("messages acknowledged", result.last().acknowledged());
        rows.put("logs trimmed", result.last().trimmed());
        rows.put("faults seen to have happened", result.allFaults());
        for (Finding.Kind kind : Finding.Kind.values()) {
            rows.put(kind.label(), result.count(kind));
        }
        rows.put("until all agree, longest", seconds(result.longest()));
        rows.put("largest process", (result.mostResident() >> 20) + " MB");
        controls.forEach(control -> rows.put(control.kind().label(), control.toString()));
        return rows;
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
    }

    String markdown() {
        StringBuilder text = new StringBuilder("| | |\n|---|---|\n");
        rows().forEach((name, value) ->
                text.append("| ").append(name).append(" | ").append(value).append(" |\n"));
        text.append("\n| fault | times |\n|---|---|\n");
        result.faults().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(fault ->
                        text.append("| ")
                                .append(fault.getKey().label())
                                .append(" | ")
                                .append(fault.getValue())
                                .append(" |\n"));
        text.append(bound());
        return text.toString();
    }

    /// What a zero is worth.
    private String bound() {
        long promised = result.last().promised();
        return promised == 0 || result.count(Finding.Kind.LOST) > 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%n0 lost of %,d: with 95 %% certainty fewer than 1 in %,d.%n",
                        promised,
                        promised / 3);
    }

    String json() {
        Map<String, Object> all = rows();
        Map<String, Integer> faults = new LinkedHashMap<>();
        for (FaultKind kind : FaultKind.values()) {
            faults.put(kind.label(), result.faults().getOrDefault(kind, 0));
        }
        all.put("faults", faults);
        all.put("found", result.findings().stream().map(Finding::toString).toList());
        all.put(
                "untilAllAgreeMillis",
                result.converged().stream().map(Duration::toMillis).toList());
        try {
            return new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of words and numbers", e);
        }
    }

    /// Writes `faults.md`, `faults.json` and, if something was found, `story.txt`.
    ///
    /// @param campaign where its files are
    void write(Path folder, Path campaign) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("faults.md"), markdown());
            Files.writeString(folder.resolve("faults.json"), json());
            if (!result.isClean()) {
                Files.writeString(folder.resolve("story.txt"), story(campaign));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The shortest words in which it can be said: what was found, what the ledgers say of it, and
    /// what had been done just before.
    String story(Path campaign) {
        StringBuilder story = new StringBuilder("seed " + result.plan().seed() + "\n");
        result.findings().stream()
                .limit(TOLD_MAX)
                .forEach(finding -> {
                    story.append(finding).append('\n');
                    ledgers(campaign, finding.about())
                            .forEach(line -> story.append("    ").append(line).append('\n'));
                });
        if (result.findings().size() > TOLD_MAX) {
            story.append(result.findings().size() - TOLD_MAX).append(" more\n");
        }
        List<String> faults = lines(campaign.resolve("faults.log"));
        story.append("just before:\n");
        faults.stream()
                .skip(Math.max(0, faults.size() - LINES_MAX))
                .forEach(line -> story.append("  ").append(line).append('\n'));
        return story.append("everything is in ").append(campaign).append('\n').toString();
    }

    private static List<String> ledgers(Path campaign, String about) {
        try (Stream<Path> files = Files.list(campaign.resolve("ledgers"))) {
            return files.sorted()
                    .flatMap(file ->
                            lines(file).stream()
                                    .filter(line -> line.contains(about))
                                    .map(line -> file.getFileName() + ": " + line))
                    .limit(LINES_MAX)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
