package baton.trials.bench;

import baton.model.Allowed;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The figures of one run: printed as they come, and at the end written as Markdown and as JSON.
/// One thread.
@Allowed("prints figures to whoever asked for them")
final class Report {
    private final String command;
    private final Map<String, String> machine = Machine.now();
    private final List<Table> tables = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    private record Table(String title, List<Row> rows) {}

    /// @param command that makes the figures again
    Report(String command) {
        this.command = command;
        say("`" + command + "`");
        machine.forEach((name, value) -> say("  " + name + ": " + value));
    }

    /// Rows from now on belong to it.
    void table(String title) {
        tables.add(new Table(title, new ArrayList<>()));
        say("");
        say(title);
    }

    void add(Row row) {
        tables.getLast().rows().add(row);
        row.cells().forEach((name, cell) -> say("  %-32s %s".formatted(name, cell.words())));
        say("");
    }

    /// Notes a promise that was not kept.
    void broken(String what) {
        broken.add(what);
        say("  A PROMISE WAS BROKEN: " + what);
    }

    boolean isBroken() {
        return !broken.isEmpty();
    }

    /// All rows so far.
    List<Row> rows() {
        return tables.stream().flatMap(table -> table.rows().stream()).toList();
    }

    void say(String line) {
        System.out.println(line);
    }

    /// Writes `bench.md` and `bench.json`.
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("bench.md"), markdown());
        Files.writeString(folder.resolve("bench.json"), json());
        say("written to " + folder.resolve("bench.md") + " and bench.json");
    }

    String markdown() {
        StringBuilder text = new StringBuilder("`").append(command).append("`\n\n");
        machine.forEach((name, value) ->
                text.append("- ").append(name).append(": ").append(value).append('\n'));
        broken.forEach(what -> text.append("- BROKEN: ").append(what).append('\n'));
        for (Table table : tables) {
            text.append("\n### ").append(table.title()).append("\n\n");
            Set<String> columns = new LinkedHashSet<>();
            table.rows().forEach(row -> columns.addAll(row.cells().keySet()));
            text.append(line(columns)).append(line(columns.stream().map(_ -> "---").toList()));
            for (Row row : table.rows()) {
                text.append(line(columns.stream().map(column -> words(row, column)).toList()));
            }
        }
        return text.toString();
    }

    private static String words(Row row, String column) {
        Row.Cell cell = row.cells().get(column);
        return cell == null ? "" : cell.words();
    }

    private static String line(Iterable<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    String json() throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("command", command);
        all.put("machine", machine);
        all.put("broken", broken);
        all.put("rows", rows().stream().map(Report::values).toList());
        return new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(all);
    }

    private static Map<String, Object> values(Row row) {
        return row.cells().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().value(),
                                (one, _) -> one,
                                LinkedHashMap::new));
    }
}
