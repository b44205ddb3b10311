package baton.desktop.ui.export;

import baton.desktop.store.ConversationRow;
import baton.desktop.store.Quote;
import baton.desktop.store.TimelinePage;
import baton.desktop.store.TimelineRow;
import baton.desktop.ui.common.ConversationNames;
import baton.desktop.ui.common.EventWords;
import baton.desktop.ui.common.Times;
import baton.desktop.ui.common.markup.Markup;
import baton.desktop.ui.notices.Notice;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Folded;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;

/// A conversation as a page for people: day headers and times in the viewer's zone, messages as
/// they stand now. The page loads nothing from anywhere, and runs nothing.
final class HtmlWriter implements ConversationWriter {
    private final Writer out;
    private final Paper paper;
    private final EventWords events;
    private final ConversationNames names;
    private Optional<LocalDate> day = Optional.empty();

    /// @param out stays open
    HtmlWriter(Writer out, Paper paper) {
        this.out = out;
        this.paper = paper;
        this.events = new EventWords(paper.texts());
        this.names = new ConversationNames(paper.texts(), paper.me().account());
    }

    @Override
    public void begin(ConversationRow conversation) throws IOException {
        String title = names.titleOf(conversation);
        HtmlPage.begin(out, paper.texts(), title);
        String members =
                conversation.members().stream()
                        .map(member -> HtmlText.line(ConversationNames.nameOf(member)))
                        .collect(Collectors.joining(", "));
        out.write("<header><h1>" + HtmlText.line(title) + "</h1><p>" + members + "</p><p>");
        out.write(
                HtmlText.escaped(paper.texts().format("export.page", exact(paper.times().now()))));
        out.write("</p></header>\n<main>\n");
        if (conversation.floor() > 1) {
            sentence(paper.texts().get("timeline.retention"));
        }
    }

    @Override
    public void page(TimelinePage page) throws IOException {
        for (TimelineRow row : page.rows()) {
            switch (row) {
                case TimelineRow.Gap(var hole) ->
                        sentence(paper.texts().format("export.missing", hole.messages()));
                case TimelineRow.Entry entry -> {
                    header(entry.event().at());
                    if (EventWords.isMessage(entry.event().body())) {
                        message(entry);
                    } else {
                        sentence(events.of(entry));
                    }
                }
                case TimelineRow.Pending pending -> {
                    header(pending.at());
                    unsent(pending);
                }
            }
        }
    }

    private void header(Instant at) throws IOException {
        LocalDate now = paper.times().day(at);
        if (!day.equals(Optional.of(now))) {
            day = Optional.of(now);
            out.write("<h2>" + HtmlText.escaped(paper.times().date(now)) + "</h2>\n");
        }
    }

    private void sentence(String words) throws IOException {
        out.write("<p class=\"note\" dir=\"auto\">" + HtmlText.escaped(words) + "</p>\n");
    }

    private void message(TimelineRow.Entry entry) throws IOException {
        Event event = entry.event();
        Folded folded = entry.folded();
        out.write("<article id=\"m" + event.seq() + "\"");
        out.write(entry.own() ? " class=\"own\">" : ">");
        head(ConversationNames.nameOf(event.author(), entry.authorName()), event.at());
        if (folded.gone()) {
            out.write("<p class=\"gone\">" + word("timeline.recalled") + "</p>");
        } else {
            quote(entry.quote());
            out.write(HtmlText.message(folded.text()));
            out.write(folded.edited() ? "<small>" + word("export.edited") + "</small>" : "");
            reactions(folded);
        }
        out.write("</article>\n");
    }

    private void head(String name, Instant at) throws IOException {
        out.write("<div class=\"head\"><b>" + HtmlText.line(name) + "</b> <time datetime=\"" + at);
        out.write("\" title=\"" + HtmlText.escaped(exact(at)) + "\">");
        out.write(HtmlText.escaped(paper.times().clock(at)) + "</time></div>");
    }

    private void quote(Quote quote) throws IOException {
        switch (quote) {
            case Quote.None none -> {}
            case Quote.Held held ->
                    quote(
                            held.target().seq(),
                            ConversationNames.nameOf(held.author(), held.authorName()),
                            Markup.line(held.text()));
            case Quote.Recalled recalled ->
                    quote(
                            recalled.target().seq(),
                            ConversationNames.nameOf(recalled.author(), recalled.authorName()),
                            paper.texts().get("timeline.recalled"));
            case Quote.Absent absent ->
                    quote(
                            absent.target().seq(),
                            paper.texts().get("timeline.quote"),
                            paper.texts().get("timeline.absent"));
        }
    }

    private void quote(long seq, String name, String words) throws IOException {
        out.write("<a class=\"quote\" href=\"#m" + seq + "\"><b>" + HtmlText.line(name) + "</b> ");
        out.write(HtmlText.line(words) + "</a>");
    }

    private void reactions(Folded folded) throws IOException {
        if (folded.reactions().isEmpty()) {
            return;
        }
        out.write("<div class=\"reactions\">");
        for (var reaction : folded.reactions()) {
            String who =
                    reaction.accounts().stream()
                            .map(account -> "@" + account.handle())
                            .collect(Collectors.joining(", "));
            out.write("<span title=\"" + HtmlText.escaped(who) + "\">");
            out.write(HtmlText.line(reaction.emoji()) + " " + reaction.accounts().size());
            out.write("</span>");
        }
        out.write("</div>");
    }

    private void unsent(TimelineRow.Pending pending) throws IOException {
        out.write("<article class=\"own unsent\">");
        head(paper.me().name(), pending.at());
        quote(pending.quote());
        if (pending.body() instanceof EventBody.Message message) {
            out.write(HtmlText.message(message.text()));
        }
        String why =
                pending.code().isEmpty()
                        ? paper.texts().get("export.unsent")
                        : Notice.of(pending.code(), paper.texts()).title();
        out.write("<small>" + HtmlText.escaped(why) + "</small></article>\n");
    }

    private String word(String key) {
        return HtmlText.escaped(paper.texts().get(key));
    }

    private String exact(Instant at) {
        Times times = paper.times();
        return times.exact(at);
    }

    @Override
    public void end() throws IOException {
        out.write("</main>\n");
        HtmlPage.end(out);
    }
}
