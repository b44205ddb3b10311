package baton.desktop.ui.notifications;

import baton.desktop.ui.notifications.Moment.Line;
import baton.desktop.ui.notifications.Moment.Scope;
import baton.model.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Decides what a person is told of. One call of [#on] per moment; it looks at how things are, not
/// at how they came to be, so that moments may be left out.
///
/// 1. Each message is judged once: at the first moment at which the device is current and holds it.
///    If it is unread then, audible and not looked at, it is told. A message that becomes unread
///    again was judged before.
/// 2. Nothing is told while the device is not current. What is judged afterwards is told as one:
///    the conversation if it is one, a summary if there are more. A gap of less than [#BLIP] on a
///    standing connection is no catching up.
/// 3. A conversation has one notification. It stands for what was told and is still unread, is
///    corrected without a sound when a message of it is edited or recalled, and goes when nothing
///    of it is left: read here or elsewhere, recalled, or no longer audible.
///
/// Pure; one thread.
final class Notifier {
    static final Duration BLIP = Duration.ofSeconds(3);

    private final Map<ConversationId, Long> judged = new TreeMap<>();
    private final Map<ConversationId, Shown> shown = new TreeMap<>();

    /// What the summary stands for: conversations, and up to where.
    private final Map<ConversationId, Long> summed = new TreeMap<>();

    private boolean started;
    private Instant behindSince = Instant.MAX;
    private boolean wasAway;

    /// @param from messages after this seq belong to it
    private record Shown(long from, News newest, int count) {}

    /// @param loud what is to be told of it
    private record Told(Heard heard, List<News> loud) {}

    List<Act> on(Moment moment) {
        if (!started) {
            started = true;
            // What was there before is no news. Being off is being away.
            moment.heard().forEach(heard -> judged.put(heard.id(), heard.head()));
            behindSince = moment.at();
            wasAway = true;
        }
        List<Act> acts = new ArrayList<>();
        if (moment.line() == Line.CURRENT) {
            boolean asOne = isCatchUpOver(moment.at());
            tell(moment, judge(moment), asOne, acts);
        } else {
            behindSince = behindSince.isBefore(moment.at()) ? behindSince : moment.at();
            wasAway |= moment.line() == Line.OFFLINE;
        }
        mend(moment, acts);
        return List.copyOf(acts);
    }

    /// @return whether the device was behind for longer than a blip until now
    private boolean isCatchUpOver(Instant at) {
        boolean wasBehind =
                !behindSince.equals(Instant.MAX)
                        && (wasAway || !at.isBefore(behindSince.plus(BLIP)));
        behindSince = Instant.MAX;
        wasAway = false;
        return wasBehind;
    }

    private List<Told> judge(Moment moment) {
        List<Told> told = new ArrayList<>();
        for (Heard heard : moment.heard()) {
            long before = judged.getOrDefault(heard.id(), 0L);
            long known = Math.max(before, heard.knownAbove(before));
            judged.put(heard.id(), known);
            List<News> loud =
                    heard.news().stream()
                            .filter(news -> news.seq() > before && news.seq() <= known)
                            .filter(news -> isAudible(moment, heard, news))
                            .toList();
            if (!loud.isEmpty() && !moment.quiet() && !isAttended(moment, heard.id())) {
                told.add(new Told(heard, loud));
            }
        }
        return told;
    }

    private void tell(Moment moment, List<Told> told, boolean asOne, List<Act> acts) {
        if (asOne && told.size() > 1) {
            summed.clear();
            told.forEach(each -> summed.put(each.heard().id(), each.loud().getLast().seq()));
            int messages = told.stream().mapToInt(each -> each.loud().size()).sum();
            acts.add(new Act.Summarize(messages, told.size()));
            return;
        }
        for (Told each : told) {
            ConversationId id = each.heard().id();
            long from =
                    Optional.ofNullable(shown.get(id))
                            .map(Shown::from)
                            .orElse(each.loud().getFirst().seq() - 1);
            List<News> all = left(moment, each.heard(), from);
            shown.put(id, new Shown(from, all.getLast(), all.size()));
            acts.add(new Act.Show(id, all.getLast(), all.size(), true));
        }
    }

    /// Of what was told after a seq, what is still worth it.
    private List<News> left(Moment moment, Heard heard, long from) {
        long known = judged.getOrDefault(heard.id(), 0L);
        return heard.news().stream()
                .filter(news -> news.seq() > from && news.seq() <= known)
                .filter(news -> isAudible(moment, heard, news))
                .toList();
    }

    private void mend(Moment moment, List<Act> acts) {
        Map<ConversationId, Heard> heard = new TreeMap<>();
        moment.heard().forEach(each -> heard.put(each.id(), each));
        new TreeMap<>(shown)
                .forEach((id, last) -> {
                    List<News> left =
                            isAttended(moment, id)
                                    ? List.of()
                                    : Optional.ofNullable(heard.get(id))
                                            .map(known -> left(moment, known, last.from()))
                                            .orElse(List.of());
                    mend(id, last, left, acts);
                });
        boolean any =
                summed.entrySet().stream()
                        .anyMatch(entry ->
                                !isAttended(moment, entry.getKey())
                                        && isUnread(
                                                Optional.ofNullable(heard.get(entry.getKey())),
                                                entry.getValue()));
        if (!summed.isEmpty() && !any) {
            summed.clear();
            acts.add(new Act.WithdrawSummary());
        }
    }

    private void mend(ConversationId id, Shown last, List<News> left, List<Act> acts) {
        if (left.isEmpty()) {
            shown.remove(id);
            acts.add(new Act.Withdraw(id));
            return;
        }
        Shown now = new Shown(last.from(), left.getLast(), left.size());
        if (!now.equals(last)) {
            shown.put(id, now);
            acts.add(new Act.Show(id, now.newest(), now.count(), false));
        }
    }

    private static boolean isUnread(Optional<Heard> heard, long upTo) {
        return heard.stream()
                .flatMap(known -> known.news().stream())
                .anyMatch(news -> news.seq() <= upTo);
    }

    private static boolean isAttended(Moment moment, ConversationId id) {
        return moment.attended().filter(id::equals).isPresent();
    }

    static boolean isAudible(Moment moment, Heard heard, News news) {
        Heard.Hush hush = heard.hush();
        if (hush.left() || hush.here()) {
            return false;
        }
        if (hush.everywhere() && (hush.archived() || !news.mention())) {
            return false;
        }
        return moment.scope() == Scope.ALL
                || (moment.scope() == Scope.PERSONAL && isPersonal(heard, news));
    }

    private static boolean isPersonal(Heard heard, News news) {
        return news.mention() || heard.id().kind() == ConversationId.Kind.DIRECT;
    }
}
