package baton.desktop.ui.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.desktop.ui.notifications.Heard.Hush;
import baton.desktop.ui.notifications.Moment.Line;
import baton.desktop.ui.notifications.Moment.Scope;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.MessageId;
import baton.model.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotifierTest {
    private static final ConversationId TEAM = ConversationId.group("team000000000000");
    private static final ConversationId BEN =
            ConversationId.direct(new AccountId("ana"), new AccountId("ben"));

    private final Notifier notifier = new Notifier();
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private Line line = Line.CURRENT;
    private boolean quiet;
    private Scope scope = Scope.ALL;
    private Optional<ConversationId> attended = Optional.empty();

    private static News news(long seq) {
        return news(seq, false, "text " + seq);
    }

    private static News news(long seq, boolean mention, String text) {
        return new News(new Target(seq, MessageId.of(seq, 0, 0)), mention, "Ben", text);
    }

    private static Heard heard(ConversationId id, Hush hush, News... news) {
        long head = news.length == 0 ? 100 : news[news.length - 1].seq();
        return new Heard(id, hush, head, List.of(), List.of(news));
    }

    private static Heard heard(ConversationId id, News... news) {
        return heard(id, Hush.NONE, news);
    }

    private List<Act> on(Heard... heard) {
        now = now.plusSeconds(1);
        return notifier.on(new Moment(now, line, quiet, scope, attended, List.of(heard)));
    }

    /// Current, with an empty team.
    private void begun() {
        on(new Heard(TEAM, Hush.NONE, 0, List.of(), List.of()));
    }

    private static Act.Show show(ConversationId id, long seq, int count) {
        return new Act.Show(id, news(seq), count, true);
    }

    @Test
    void whatWasUnreadAtTheStartIsNoNews() {
        assertEquals(List.of(), on(heard(TEAM, news(1), news(2))));
        assertEquals(List.of(), on(heard(TEAM, news(1), news(2))));
    }

    @Test
    void aConversationHasOneNotificationThatCounts() {
        begun();
        assertEquals(List.of(show(TEAM, 1, 1)), on(heard(TEAM, news(1))));
        assertEquals(List.of(), on(heard(TEAM, news(1))));
        assertEquals(List.of(show(TEAM, 2, 2)), on(heard(TEAM, news(1), news(2))));
    }

    @Test
    void readElsewhereTakesItBack() {
        begun();
        on(heard(TEAM, news(1), news(2)));
        assertEquals(List.of(new Act.Show(TEAM, news(2), 1, false)), on(heard(TEAM, news(2))));
        assertEquals(
                List.of(new Act.Withdraw(TEAM)),
                on(new Heard(TEAM, Hush.NONE, 2, List.of(), List.of())));
    }

    @Test
    void recalledAndEditedMessagesAreCorrectedWithoutASound() {
        begun();
        on(heard(TEAM, news(1), news(2)));
        News edited = news(2, false, "other words");
        assertEquals(
                List.of(new Act.Show(TEAM, edited, 2, false)), on(heard(TEAM, news(1), edited)));
        assertEquals(
                List.of(new Act.Show(TEAM, news(1), 1, false)),
                on(new Heard(TEAM, Hush.NONE, 3, List.of(), List.of(news(1)))));
    }

    @Test
    void nothingIsToldWhileCatchingUpAndOneSummaryAfterIt() {
        begun();
        line = Line.OFFLINE;
        on();
        line = Line.CATCHING_UP;
        assertEquals(List.of(), on(heard(TEAM, news(1)), heard(BEN, news(1))));
        assertEquals(List.of(), on(heard(TEAM, news(1), news(2)), heard(BEN, news(1))));
        line = Line.CURRENT;
        assertEquals(
                List.of(new Act.Summarize(3, 2)),
                on(heard(TEAM, news(1), news(2)), heard(BEN, news(1))));
        assertEquals(
                List.of(),
                on(new Heard(TEAM, Hush.NONE, 2, List.of(), List.of()), heard(BEN, news(1))));
        assertEquals(List.of(new Act.WithdrawSummary()), on());
    }

    @Test
    void oneConversationAfterCatchingUpIsNamed() {
        begun();
        line = Line.OFFLINE;
        on();
        line = Line.CURRENT;
        assertEquals(List.of(show(TEAM, 2, 2)), on(heard(TEAM, news(1), news(2))));
    }

    @Test
    void aBlipIsNoCatchingUp() {
        begun();
        line = Line.CATCHING_UP;
        on();
        line = Line.CURRENT;
        assertEquals(
                List.of(show(TEAM, 1, 1), show(BEN, 1, 1)),
                on(heard(TEAM, news(1)), heard(BEN, news(1))));
        line = Line.CATCHING_UP;
        on(heard(TEAM, news(1)), heard(BEN, news(1)));
        now = now.plus(Notifier.BLIP).plus(Duration.ofSeconds(1));
        line = Line.CURRENT;
        assertEquals(
                List.of(new Act.Summarize(2, 2)),
                on(heard(TEAM, news(1), news(2)), heard(BEN, news(1), news(2))).stream()
                        .filter(act -> act instanceof Act.Summarize)
                        .toList());
    }

    @Test
    void whatIsMissingIsWaitedFor() {
        begun();
        Heard gap = new Heard(TEAM, Hush.NONE, 2, List.of(1L), List.of(news(2)));
        assertEquals(List.of(), on(gap));
        assertEquals(List.of(show(TEAM, 2, 2)), on(heard(TEAM, news(1), news(2))));
    }

    @Test
    void messageThatBecomesUnreadAgainIsNotToldAgain() {
        begun();
        on(new Heard(TEAM, Hush.NONE, 2, List.of(), List.of()));
        assertEquals(List.of(), on(heard(TEAM, news(1), news(2))));
    }

    @Test
    void whoLooksAtItIsNotTold() {
        begun();
        attended = Optional.of(TEAM);
        assertEquals(List.of(show(BEN, 1, 1)), on(heard(TEAM, news(1)), heard(BEN, news(1))));
        attended = Optional.of(BEN);
        assertEquals(List.of(new Act.Withdraw(BEN)), on(heard(TEAM, news(1)), heard(BEN, news(1))));
    }

    @Test
    void quietTimesAreNotMadeUpFor() {
        begun();
        quiet = true;
        assertEquals(List.of(), on(heard(TEAM, news(1))));
        quiet = false;
        assertEquals(List.of(), on(heard(TEAM, news(1))));
        assertEquals(List.of(show(TEAM, 2, 1)), on(heard(TEAM, news(1), news(2))));
    }

    @Test
    void mutedConversationSpeaksUpOnlyForMentionsAndNotOnASilentDevice() {
        News named = news(2, true, "@ana");
        assertEquals(false, audible(new Hush(false, true, false, false), news(1)));
        assertEquals(true, audible(new Hush(false, true, false, false), named));
        assertEquals(false, audible(new Hush(false, true, false, true), named));
        assertEquals(false, audible(new Hush(false, false, true, false), named));
        assertEquals(false, audible(new Hush(true, false, false, false), named));
        assertEquals(true, audible(new Hush(false, false, false, true), news(1)));
        scope = Scope.PERSONAL;
        assertEquals(false, audible(Hush.NONE, news(1)));
        assertEquals(true, audible(Hush.NONE, named));
        scope = Scope.NONE;
        assertEquals(false, audible(Hush.NONE, named));
    }

    private boolean audible(Hush hush, News news) {
        return Notifier.isAudible(
                new Moment(now, line, quiet, scope, attended, List.of()), heard(TEAM, hush), news);
    }

    @Test
    void mutingTakesBackWhatIsShown() {
        begun();
        on(heard(TEAM, news(1)));
        assertEquals(
                List.of(new Act.Withdraw(TEAM)),
                on(heard(TEAM, new Hush(false, false, true, false), news(1))));
    }

    @Test
    void textsReachNoLog() {
        List<Act> acts = new ArrayList<>();
        begun();
        acts.addAll(on(heard(TEAM, news(1, true, "secret"))));
        assertEquals(false, acts.toString().contains("secret"));
    }
}
