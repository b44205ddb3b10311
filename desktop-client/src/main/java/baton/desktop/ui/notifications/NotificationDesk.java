package baton.desktop.ui.notifications;

import baton.desktop.runtime.Hint;
import baton.desktop.runtime.SyncStatus;
import baton.desktop.runtime.SyncStatus.Link;
import baton.desktop.store.ConversationRow;
import baton.desktop.ui.common.ConversationNames;
import baton.desktop.ui.common.Notifications;
import baton.desktop.ui.common.Notifications.Notification;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.Silence;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.markup.Markup;
import baton.model.ConversationId;
import baton.model.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keeps what a person is shown in step with the store: by the system where it can, by the window
/// itself otherwise. FX thread.
public final class NotificationDesk {
    private static final String SUMMARY = "summary";

    private final UiContext context;
    private final Notifications own;
    private final NotificationDoors doors;
    private final NotificationSettings settings;
    private final ConversationNames names;
    private final Notifier notifier = new Notifier();
    private final NewsReader news;
    private final Map<ConversationId, String> titles = new HashMap<>();
    private final Set<String> shown = new HashSet<>();

    /// Whose words stand in the notification of a conversation.
    private final Map<ConversationId, Target> newest = new HashMap<>();

    private final Pins pins = new Pins();

    /// @param own shows notifications while the system's are not ready
    public NotificationDesk(UiContext context, Notifications own, NotificationDoors doors) {
        this.context = context;
        this.own = own;
        this.doors = doors;
        settings = new NotificationSettings(context.machine().settings());
        names = new ConversationNames(context.texts(), context.me().account());
        news = new NewsReader(context.store(), new Silence(context), context.me().account());
    }

    /// What was read of the store.
    private record Seen(Moment.Line line, List<ConversationRow> rows, List<Heard> heard) {}

    public void open() {
        Reads.Lane lane = context.reads().lane();
        pins.add(lane);
        pins.add(context.hints().listen(hint -> onHint(hint, lane)));
        for (Notifications each : List.of(context.machine().notifications(), own)) {
            pins.add(each.onChosen(key -> context.ui().execute(() -> onChosen(key))));
        }
        look(lane);
    }

    /// Takes back everything that is shown: nobody would keep it in step any more.
    public void close() {
        pins.close();
        Set.copyOf(shown).forEach(this::withdraw);
    }

    private void onHint(Hint hint, Reads.Lane lane) {
        switch (hint) {
            case Hint.Conversation _, Hint.Status _, Hint.Settings _ -> look(lane);
            default -> {}
        }
    }

    private void look(Reads.Lane lane) {
        lane.read(this::see, this::decide);
    }

    /// The status first: whatever is read afterwards holds at least what it speaks of.
    private Seen see() {
        Moment.Line line = lineOf(context.hints().status());
        List<ConversationRow> rows = context.store().conversations();
        return new Seen(line, rows, news.read(rows));
    }

    private static Moment.Line lineOf(SyncStatus status) {
        if (!(status.link() instanceof Link.Online)) {
            return Moment.Line.OFFLINE;
        }
        // With history paused, all that is new is here.
        boolean isCurrent = status.isCurrent() || status.work().phase() == SyncStatus.Phase.PAUSED;
        return isCurrent ? Moment.Line.CURRENT : Moment.Line.CATCHING_UP;
    }

    private void decide(Seen seen) {
        doors.read(seen.rows());
        seen.rows().forEach(row -> titles.put(row.id(), names.titleOf(row)));
        Moment moment =
                new Moment(
                        context.times().now(),
                        seen.line(),
                        context.machine().quiet().isOn(context.times()),
                        settings.scope(),
                        doors.attended(),
                        seen.heard());
        notifier.on(moment).forEach(this::carryOut);
    }

    private void carryOut(Act act) {
        switch (act) {
            case Act.Show show -> show(notification(show));
            case Act.Withdraw(ConversationId id) -> withdraw(id.value());
            case Act.Summarize(int messages, int conversations) ->
                    show(
                            new Notification(
                                    SUMMARY,
                                    context.texts().get("notifications.summary.title"),
                                    context.texts()
                                            .format(
                                                    "notifications.summary",
                                                    messages,
                                                    conversations),
                                    true,
                                    settings.sounds()));
            case Act.WithdrawSummary _ -> withdraw(SUMMARY);
        }
    }

    private Notification notification(Act.Show show) {
        newest.put(show.conversation(), show.newest().message());
        String title = titles.getOrDefault(show.conversation(), names.titleOf(show.conversation()));
        return new Notification(
                show.conversation().value(),
                settings.showsText() ? title : context.texts().get("shell.title"),
                body(show),
                show.alert(),
                show.alert() && settings.sounds());
    }

    private String body(Act.Show show) {
        if (!settings.showsText()) {
            return context.texts().format("notifications.hidden", show.count());
        }
        String line = Markup.line(show.newest().text());
        String said =
                show.conversation().kind() == ConversationId.Kind.GROUP
                        ? context.texts().format("notifications.said", show.newest().author(), line)
                        : line;
        return show.count() == 1
                ? said
                : context.texts().format("notifications.more", said, show.count() - 1);
    }

    private void show(Notification notification) {
        Notifications system = context.machine().notifications();
        shown.add(notification.key());
        (system.isReady() ? system : own).show(notification);
    }

    private void withdraw(String key) {
        shown.remove(key);
        context.machine().notifications().withdraw(key);
        own.withdraw(key);
    }

    private void onChosen(String key) {
        if (!shown.contains(key)) {
            return;
        }
        if (key.equals(SUMMARY)) {
            doors.open();
        } else {
            ConversationId chosen = new ConversationId(key);
            doors.open(chosen, newest.getOrDefault(chosen, Target.NONE));
        }
    }
}
