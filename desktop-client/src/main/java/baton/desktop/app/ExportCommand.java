package baton.desktop.app;

import baton.desktop.store.ConversationRow;
import baton.desktop.ui.common.ConversationNames;
import baton.desktop.ui.common.Me;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Times;
import baton.desktop.ui.export.ExportException;
import baton.desktop.ui.export.Exporter;
import baton.desktop.ui.export.Format;
import baton.desktop.ui.export.Paper;
import baton.model.ConversationId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `baton export`: conversations of a profile as files.
@CommandLine.Command(
        name = "export",
        description = "Writes the conversations of a profile as files that need no Baton.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ExportCommand extends Command {
    @Option(
            names = "--to",
            paramLabel = "DIR",
            required = true,
            description = "The folder; it is made if it is not there.")
    private Path folder = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "html|jsonl",
            defaultValue = "html",
            description = "Pages for people or JSON lines for programs: ${DEFAULT-VALUE}")
    private String format = "";

    @Option(
            names = "--conversation",
            paramLabel = "TITLE",
            description = "Only this conversation, by title or id; may be repeated.")
    private List<String> wanted = new ArrayList<>();

    @Option(names = "--replace", description = "Replace files of an earlier export.")
    private boolean replace;

    @Override
    int run(DesktopConfig config, Texts texts, KeyboardWatch watch) throws ExportException {
        Optional<Format> chosen = Format.of(format.toLowerCase(Locale.ROOT));
        if (chosen.isEmpty()) {
            complaints().println("--format is html or jsonl");
            return MISUSED;
        }
        try (ClosedProfile profile = ClosedProfile.of(config)) {
            Me me =
                    new Me(
                            profile.owner().account(),
                            profile.owner().name(),
                            profile.owner().device(),
                            profile.owner().deviceName());
            me.call(me.nameIn(profile.reader()));
            Times times = new Times(texts, InstantSource.system(), ZoneId::systemDefault);
            List<ConversationId> only = named(profile.reader().conversations(), texts, me);
            if (only.size() < wanted.size()) {
                complaints().println("No such conversation: " + String.join(", ", wanted));
                return MISUSED;
            }
            Exporter exporter = new Exporter(profile.reader(), new Paper(texts, times, me));
            Path place = folder.toAbsolutePath();
            List<Path> files =
                    exporter.write(new Exporter.Order(only, chosen.get(), place, replace), watch);
            out().println(
                            watch.isWanted()
                                    ? texts.format("export.done", files.size(), place)
                                    : texts.get("export.stopped"));
            return watch.isWanted() ? DONE : FAILED;
        }
    }

    private List<ConversationId> named(List<ConversationRow> all, Texts texts, Me me) {
        ConversationNames names = new ConversationNames(texts, me.account());
        return all.stream()
                .filter(row ->
                        wanted.contains(row.id().value()) || wanted.contains(names.titleOf(row)))
                .map(ConversationRow::id)
                .toList();
    }
}
