package baton.endtoend;

import baton.desktop.store.StoreReader;
import baton.desktop.store.TimelinePage;
import baton.desktop.store.TimelineRow;
import baton.model.ConversationId;
import baton.model.EventBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one sender wrote down about its messages, in a file of its own that nothing else touches:
/// each text before it was handed to the device, and again when the device said that it is stored.
/// A message that was promised must be in the log once; one of which only the intention is known
/// may be there or not, but not twice. Texts are `SENDER NUMBER`, numbers rising. One thread at a
/// time.
final class Ledger {
    private static final String INTENDED = "intended ";
    private static final String STORED = "stored ";
    private static final int PAGE = 500;

    private final Path file;

    Ledger(Path file) {
        this.file = file;
    }

    /// What is wrong with a device's copy of a log, or nothing.
    ///
    /// @param promised messages that the sender's device said were stored
    /// @param lost promised, and not in the log
    /// @param twice in the log more often than once
    /// @param outOfOrder in the log behind one that was sent later
    /// @param foreign in the log, by this sender's name, and never sent
    /// @param missing messages in holes: the device is not current
    /// @param waiting messages still in the device's outbox
    record Verdict(
            long promised,
            long lost,
            long twice,
            long outOfOrder,
            long foreign,
            long missing,
            long waiting) {
        boolean isClean() {
            return lost + twice + outOfOrder + foreign + missing + waiting == 0;
        }
    }

    void intend(String sender, long number) {
        append(INTENDED + sender + " " + number);
    }

    void promise(String sender, long number) {
        append(STORED + sender + " " + number);
    }

    /// The greatest number that a sender wrote down; 0 for none.
    long last(String sender) {
        return lines(INTENDED).stream()
                .filter(text -> sender(text).equals(sender))
                .mapToLong(Ledger::number)
                .max()
                .orElse(0);
    }

    private void append(String line) {
        try {
            Files.writeString(
                    file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Compares with what a device holds of the conversation.
    Verdict compare(StoreReader device, ConversationId conversation) {
        Set<String> intended = lines(INTENDED);
        Set<String> promised = lines(STORED);
        Set<String> senders = new LinkedHashSet<>();
        intended.forEach(text -> senders.add(sender(text)));
        Log log = read(device, conversation);
        List<String> texts =
                log.texts().stream().filter(text -> senders.contains(sender(text))).toList();
        Set<String> distinct = new LinkedHashSet<>(texts);
        return new Verdict(
                promised.size(),
                promised.stream().filter(text -> !distinct.contains(text)).count(),
                texts.size() - distinct.size(),
                outOfOrder(distinct),
                distinct.stream().filter(text -> !intended.contains(text)).count(),
                log.missing(),
                log.waiting());
    }

    private static long outOfOrder(Set<String> texts) {
        Map<String, Long> last = new HashMap<>();
        long wrong = 0;
        for (String text : texts) {
            long number = number(text);
            if (number < last.getOrDefault(sender(text), Long.MIN_VALUE)) {
                wrong++;
            }
            last.merge(sender(text), number, Math::max);
        }
        return wrong;
    }

    private static String sender(String text) {
        return text.contains(" ") ? text.substring(0, text.lastIndexOf(' ')) : text;
    }

    private static long number(String text) {
        return Long.parseLong(text.substring(text.lastIndexOf(' ') + 1));
    }

    private Set<String> lines(String kind) {
        try {
            Set<String> texts = new LinkedHashSet<>();
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                if (line.startsWith(kind)) {
                    texts.add(line.substring(kind.length()));
                }
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A device's copy of a log.
    private record Log(List<String> texts, long missing, long waiting) {}

    private static Log read(StoreReader device, ConversationId conversation) {
        List<String> texts = new ArrayList<>();
        long missing = 0;
        long waiting = 0;
        long from = 1;
        boolean atEnd = false;
        while (!atEnd) {
            TimelinePage page = device.timelineFrom(conversation, from, PAGE);
            for (TimelineRow row : page.rows()) {
                switch (row) {
                    case TimelineRow.Entry entry -> {
                        from = entry.event().seq() + 1;
                        if (entry.event().body() instanceof EventBody.Message message) {
                            texts.add(message.text());
                        }
                    }
                    case TimelineRow.Gap gap -> {
                        from = gap.hole().to() + 1;
                        missing += gap.hole().messages();
                    }
                    case TimelineRow.Pending pending -> waiting++;
                }
            }
            atEnd = page.reachesEnd();
        }
        return new Log(texts, missing, waiting);
    }
}
