package baton.desktop.ui.export;

import baton.desktop.ui.common.Texts;
import java.io.IOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/// The page that leads to all others of an export.
final class HtmlContents {
    private HtmlContents() {}

    /// @param file beside the page
    /// @param day of the newest message
    record Line(String title, String file, LocalDate day) {}

    static void write(Writer out, Paper paper, List<Line> lines) throws IOException {
        Texts texts = paper.texts();
        String title = texts.get("export.contents");
        HtmlPage.begin(out, texts, title);
        out.write("<header><h1>" + HtmlText.escaped(title) + "</h1><p>");
        out.write(HtmlText.line(paper.me().name()) + "</p><p>");
        String moment = paper.times().exact(paper.times().now());
        out.write(HtmlText.escaped(texts.format("export.page", moment)));
        out.write("</p></header>\n<ul class=\"files\">\n");
        for (Line line : lines) {
            String address =
                    URLEncoder.encode(line.file(), StandardCharsets.UTF_8).replace("+", "%20");
            out.write("<li><a href=\"" + HtmlText.escaped(address) + "\">");
            out.write(HtmlText.line(line.title()) + "</a><small>");
            out.write(HtmlText.escaped(paper.times().date(line.day())) + "</small></li>\n");
        }
        out.write("</ul>\n");
        HtmlPage.end(out);
    }
}
