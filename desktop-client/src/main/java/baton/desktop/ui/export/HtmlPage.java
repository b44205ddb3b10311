package baton.desktop.ui.export;

import baton.desktop.ui.common.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// What stands around the content of every page. The policy in its head keeps even a browser with a
/// fault of ours from loading or running anything.
final class HtmlPage {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
    private static final String STYLE = resource("page.css");

    private HtmlPage() {}

    static void begin(Writer out, Texts texts, String title) throws IOException {
        out.write(
                "<!doctype html>\n<html lang=\"" + texts.locale().toLanguageTag() + "\">\n<head>");
        out.write("<meta charset=\"utf-8\">\n");
        out.write("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n");
        out.write("<meta name=\"viewport\" content=\"width=device-width\">\n");
        out.write("<meta name=\"color-scheme\" content=\"light dark\">\n");
        out.write("<title>" + HtmlText.escaped(title) + "</title>\n");
        out.write("<style>\n" + STYLE + "</style>\n</head>\n<body>\n");
    }

    static void end(Writer out) throws IOException {
        out.write("</body>\n</html>\n");
    }

    private static String resource(String name) {
        try (InputStream file =
                HtmlPage.class.getResourceAsStream("/baton/desktop/export/" + name)) {
            return new String(
                    Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
