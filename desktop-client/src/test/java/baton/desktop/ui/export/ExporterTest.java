package baton.desktop.ui.export;

import static baton.desktop.store.sqlite.StoredTalk.ANA;
import static baton.desktop.store.sqlite.StoredTalk.BEN;
import static baton.desktop.store.sqlite.StoredTalk.OWNER;
import static baton.desktop.store.sqlite.StoredTalk.TALK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.store.Watch;
import baton.desktop.store.sqlite.SqliteReader;
import baton.desktop.store.sqlite.SqliteStore;
import baton.desktop.store.sqlite.StoredTalk;
import baton.desktop.store.sqlite.StoredTalk.Line;
import baton.desktop.ui.common.Me;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Times;
import baton.model.EventBody;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExporterTest {
    private static final List<String> HOSTILE =
            List.of(
                    "<script>alert(1)</script>",
                    "\"><img src=x onerror=alert(2)>",
                    "</article></main></body><iframe src=https://example.org></iframe>",
                    "[press me](javascript:alert(3))",
                    "https://example.org/\"onmouseover=\"alert(4)",
                    "`</code><b>`",
                    "```\n</pre><svg onload=alert(5)>\n```",
                    "> <style>body{display:none}</style>",
                    "<!-- and & not closed",
                    "\u202eturned \u0000 and \u0007 rung");
    private static final Set<String> TAGS =
            Set.of(
                    "a",
                    "article",
                    "b",
                    "bdi",
                    "blockquote",
                    "body",
                    "code",
                    "div",
                    "doctype",
                    "em",
                    "h1",
                    "h2",
                    "head",
                    "header",
                    "html",
                    "li",
                    "main",
                    "meta",
                    "p",
                    "pre",
                    "small",
                    "span",
                    "strong",
                    "style",
                    "time",
                    "title",
                    "ul");
    private static final Pattern TAG = Pattern.compile("<[/!]?([A-Za-z0-9]+)([^>]*)>");
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");

    @TempDir Path folder;

    private List<Path> export(List<Line> lines, Format format, String zone) {
        return export(lines, format, zone, "en");
    }

    private List<Path> export(List<Line> lines, Format format, String zone, String language) {
        StoredTalk.write(store(), lines);
        try {
            return written(format, zone, language, Watch.NONE, false);
        } catch (ExportException e) {
            throw new AssertionError(e);
        }
    }

    private Path store() {
        return folder.resolve("store.db");
    }

    private List<Path> written(
            Format format, String zone, String language, Watch watch, boolean replace)
            throws ExportException {
        try (SqliteStore store = SqliteStore.open(store());
                SqliteReader reader = new SqliteReader(store(), OWNER)) {
            assertTrue(store.identity().isPresent());
            Texts texts = Texts.of(language);
            InstantSource clock = InstantSource.fixed(StoredTalk.BEGIN.plusSeconds(86_400));
            Paper paper =
                    new Paper(
                            texts,
                            new Times(texts, clock, () -> ZoneId.of(zone)),
                            new Me(ANA, OWNER.name(), OWNER.device(), OWNER.deviceName()));
            Exporter.Order order =
                    new Exporter.Order(List.of(TALK), format, folder.resolve("out"), replace);
            return new Exporter(reader, paper).write(order, watch);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<JsonNode> objects(Path file) throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        ObjectMapper mapper = new ObjectMapper();
        for (String line : Files.readAllLines(file)) {
            objects.add(mapper.readTree(line));
        }
        return objects;
    }

    @Test
    void whatPeopleWriteIsTextOnThePageAndNothingElse() {
        List<Line> lines = HOSTILE.stream().map(text -> Line.of(BEN, text)).toList();
        String page = read(export(lines, Format.HTML, "UTC").getFirst());
        Matcher tag = TAG.matcher(page.substring(page.indexOf("</style>")));
        Set<String> tags = new TreeSet<>();
        while (tag.find()) {
            tags.add(tag.group(1).toLowerCase(java.util.Locale.ROOT));
            assertFalse(tag.group(2).matches("(?is).*\\son\\w+\\s*=.*"), tag.group());
        }
        tags.removeAll(TAGS);
        assertEquals(Set.of(), tags);
        Matcher link = HREF.matcher(page);
        while (link.find()) {
            assertTrue(link.group(1).matches("(https?://|mailto:|#m\\d+).*"), link.group(1));
        }
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assertFalse(page.contains("\u202e"), "nothing turns its neighbours around");
        assertTrue(page.contains("default-src 'none'"));
    }

    @Test
    void jsonLinesHoldEveryTextAsItWasWritten() throws IOException {
        List<Line> lines = HOSTILE.stream().map(text -> Line.of(BEN, text)).toList();
        List<JsonNode> objects = objects(export(lines, Format.JSONL, "UTC").getFirst());
        assertEquals("conversation", objects.getFirst().get("type").textValue());
        assertEquals(TALK.value(), objects.getFirst().get("id").textValue());
        assertEquals(
                HOSTILE,
                objects.stream().skip(1).map(each -> each.get("text").textValue()).toList());
        JsonNode second = objects.get(2);
        assertEquals(2, second.get("seq").longValue());
        assertEquals("ben", second.get("author").textValue());
        assertEquals("Ben Wu", second.get("name").textValue());
        assertEquals(StoredTalk.BEGIN.plusSeconds(2).toString(), second.get("at").textValue());
    }

    private static final List<Line> CHANGED =
            List.of(
                    Line.of(BEN, "slip of the tongue"),
                    Line.of(BEN, "first wording"),
                    new Line(
                            BEN,
                            new EventBody.Edited(StoredTalk.line(2), "last wording", List.of())),
                    new Line(BEN, new EventBody.Recalled(StoredTalk.line(1))),
                    new Line(ANA, new EventBody.Reacted(StoredTalk.line(2), "👍", true)),
                    new Line(ANA, new EventBody.Message("yes", StoredTalk.line(2), List.of(BEN))),
                    new Line(ANA, new EventBody.Message("what?", StoredTalk.line(1), List.of())));

    @Test
    void whatWasTakenBackIsGoneAndWhatWasEditedStandsAsItWasLast() throws IOException {
        String page = read(export(CHANGED, Format.HTML, "UTC").getFirst());
        assertFalse(page.contains("slip of the tongue"));
        assertFalse(page.contains("first wording"));
        assertTrue(page.contains("last wording"));
        assertTrue(page.contains("Message recalled"));
        assertTrue(page.contains("👍"));
        assertTrue(page.contains("href=\"#m2\""), "a reply leads to what it answers");
    }

    @Test
    void jsonLinesSayWhatWasTakenBackAndEditedToo() throws IOException {
        List<JsonNode> objects = objects(export(CHANGED, Format.JSONL, "UTC").getFirst());
        assertEquals(5, objects.size(), "edits, recalls and reactions are no lines of their own");
        JsonNode gone = objects.get(1);
        assertTrue(gone.get("recalled").booleanValue());
        assertFalse(gone.has("text"));
        JsonNode edited = objects.get(2);
        assertEquals("last wording", edited.get("text").textValue());
        assertTrue(edited.get("edited").booleanValue());
        assertEquals("👍", edited.get("reactions").get(0).get("emoji").textValue());
        assertEquals(2, objects.get(3).get("replyTo").get("seq").longValue());
        assertEquals("ben", objects.get(3).get("mentions").get(0).textValue());
    }

    @Test
    void daysAndTimesAreThoseOfTheViewersZone() {
        List<Line> lines = List.of(Line.of(BEN, "good morning"));
        String page = read(export(lines, Format.HTML, "Asia/Shanghai", "zh").getFirst());
        assertTrue(page.contains("2026年3月1日"), page);
        assertTrue(page.contains("20:00"), "noon in UTC is evening in Shanghai");
        assertTrue(page.contains("lang=\"zh"));
    }

    @Test
    void everyMessageOfALongHistoryIsThereOnceAndInOrder() throws IOException {
        List<Line> lines =
                IntStream.rangeClosed(1, 3_210).mapToObj(i -> Line.of(BEN, "no " + i)).toList();
        List<Long> told = new ArrayList<>();
        StoredTalk.write(store(), lines);
        Watch watch =
                new Watch() {
                    @Override
                    public void passed(long done, long total) {
                        assertTrue(done <= total);
                        told.add(done);
                    }
                };
        List<Path> files;
        try {
            files = written(Format.JSONL, "UTC", "en", watch, false);
        } catch (ExportException e) {
            throw new AssertionError(e);
        }
        List<String> texts =
                objects(files.getFirst()).stream()
                        .skip(1)
                        .map(each -> each.get("text").textValue())
                        .toList();
        assertEquals(
                lines.stream().map(line -> ((EventBody.Message) line.body()).text()).toList(),
                texts);
        assertEquals(told.stream().sorted().toList(), told, "progress only rises");
        assertTrue(told.size() >= 6, "read in pages");
    }

    @Test
    void unsentMessagesAreMarkedAsSuch() throws IOException {
        StoredTalk.write(store(), List.of(Line.of(BEN, "hello")));
        StoredTalk.leaveUnsaid(store(), "still on its way", "half a thought");
        try {
            JsonNode last =
                    objects(written(Format.JSONL, "UTC", "en", Watch.NONE, false).getFirst())
                            .getLast();
            assertEquals("unsent", last.get("type").textValue());
            assertEquals("waiting", last.get("state").textValue());
            assertEquals("still on its way", last.get("text").textValue());
            String page = read(written(Format.HTML, "UTC", "en", Watch.NONE, false).getFirst());
            assertTrue(page.contains("not sent yet"));
        } catch (ExportException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nothingIsReplacedWithoutLeave() throws ExportException, IOException {
        Path file = export(List.of(Line.of(BEN, "hello")), Format.HTML, "UTC").getFirst();
        Files.writeString(file, "mine");
        ExportException refused =
                assertThrows(
                        ExportException.class,
                        () -> written(Format.HTML, "UTC", "en", Watch.NONE, false));
        assertEquals(ExportException.EXISTS, refused.code());
        assertEquals("mine", read(file));
        assertEquals(List.of(file), written(Format.HTML, "UTC", "en", Watch.NONE, true));
        assertTrue(read(file).contains("hello"));
        assertEquals(List.of(file), filesIn(folder.resolve("out")));
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void anExportThatIsBrokenOffLeavesNothing() throws ExportException, IOException {
        StoredTalk.write(store(), List.of(Line.of(BEN, "hello")));
        Watch unwanted =
                new Watch() {
                    @Override
                    public boolean isWanted() {
                        return false;
                    }
                };
        assertEquals(List.of(), written(Format.HTML, "UTC", "en", unwanted, false));
        assertEquals(List.of(), filesIn(folder.resolve("out")));
    }

    @Test
    void aFolderThatCannotBeWrittenIsATroubleWithACode() throws IOException {
        StoredTalk.write(store(), List.of(Line.of(BEN, "hello")));
        Files.writeString(folder.resolve("out"), "no folder");
        ExportException failed =
                assertThrows(
                        ExportException.class,
                        () -> written(Format.HTML, "UTC", "en", Watch.NONE, false));
        assertEquals(ExportException.FAILED, failed.code());
    }

    @Test
    void noTitleLeavesTheFolderOrHidesItsFile() {
        for (String title :
                List.of(
                        "../../etc/passwd",
                        ".hidden",
                        "CON",
                        "a/b\\c:d",
                        "x".repeat(500),
                        "🚀",
                        "")) {
            String name = FileNames.of(TALK, title, Format.HTML);
            assertTrue(name.matches("[\\p{L}\\p{N}_-][\\p{L}\\p{N} _-]*\\.html"), name);
            assertTrue(name.length() < 100, name);
        }
        assertEquals("客户支持", FileNames.of(TALK, "客户支持", Format.HTML).substring(0, 4));
    }
}
