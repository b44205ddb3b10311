package baton.desktop.ui.devices;

import baton.desktop.store.TimelineRow;
import baton.desktop.ui.common.Texts;
import baton.model.EventBody;
import java.util.List;

/// The outbox as a warning: how many, and the beginnings of the first few.
///
/// @param key of the sentence above them, with the number as its argument
record UnsentText(Texts texts, String key) {
    private static final int SHOWN_MAX = 3;
    private static final int TEXT_MAX = 60;

    /// Empty if there is nothing to warn of.
    String of(List<TimelineRow.Pending> outbox) {
        if (outbox.isEmpty()) {
            return "";
        }
        StringBuilder lines = new StringBuilder(texts.format(key, outbox.size()));
        outbox.stream()
                .limit(SHOWN_MAX)
                .forEach(row -> lines.append('\n').append(quote(row.body())));
        if (outbox.size() > SHOWN_MAX) {
            lines.append('\n')
                    .append(texts.format("devices.sign-out.more", outbox.size() - SHOWN_MAX));
        }
        return lines.toString();
    }

    private String quote(EventBody body) {
        if (!(body instanceof EventBody.Message message)) {
            return texts.get("devices.sign-out.change");
        }
        String line = message.text().strip().replaceAll("\\s+", " ");
        String cut =
                line.codePointCount(0, line.length()) <= TEXT_MAX
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, TEXT_MAX)) + "…";
        return texts.format("devices.sign-out.quote", cut);
    }
}
