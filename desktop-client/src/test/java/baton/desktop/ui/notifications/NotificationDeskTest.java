package baton.desktop.ui.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import baton.desktop.runtime.SyncStatus;
import baton.desktop.runtime.SyncStatus.Link;
import baton.desktop.runtime.SyncStatus.Work;
import baton.desktop.ui.RecordedNotifications;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.desktop.ui.common.LocalSettings;
import baton.desktop.ui.common.Machine;
import baton.desktop.ui.common.Quiet;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.Tray;
import baton.desktop.ui.common.UiContext;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.SettingNames;
import baton.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotificationDeskTest {
    private final SampleDevice device = SampleLife.device();
    private final RecordedNotifications system = new RecordedNotifications();
    private final RecordedNotifications own = new RecordedNotifications();
    private final LocalSettings settings = LocalSettings.inMemory();
    private final UiContext context = context();
    private final List<String> opened = new ArrayList<>();
    private Optional<ConversationId> attended = Optional.empty();
    private final NotificationDesk desk = new NotificationDesk(context, own, doors());

    private UiContext context() {
        UiContext plain =
                SampleWindow.context(
                        device, "en", Theme.Choice.LIGHT, Runnable::run, Runnable::run, uri -> {});
        return SampleWindow.on(
                plain, new Machine(plain.machine().links(), settings, system, Tray.none()));
    }

    private NotificationDoors doors() {
        return new NotificationDoors() {
            @Override
            public Optional<ConversationId> attended() {
                return attended;
            }

            @Override
            public void open() {
                opened.add("window");
            }

            @Override
            public void open(ConversationId conversation, Target message) {
                opened.add(conversation + " " + message.seq());
            }
        };
    }

    private long say(ConversationId id, AccountId author, String text) {
        return device.say(id, author, SampleLife.NOW, text).seq();
    }

    private void link(Link link) {
        device.status(new SyncStatus(link, Work.IDLE, SampleLife.NOW, 0, 0));
    }

    @Test
    void messageIsToldReplacedAndTakenBack() {
        desk.open();
        assertEquals(List.of(), system.lines());
        say(SampleLife.RELEASE, SampleLife.BEN, "**ready**");
        long second = say(SampleLife.RELEASE, SampleLife.SAM, "me too");
        device.readElsewhere(SampleLife.RELEASE, second);
        assertEquals(
                List.of(
                        "Release 4.2 | Ben Okafor: ready",
                        "Release 4.2 | Sam Rivera: me too (+1)",
                        "withdrawn"),
                system.lines());
        assertEquals(List.of(), own.shown());
    }

    @Test
    void ownMessagesAndReactionsAreNoNews() {
        desk.open();
        long seq = say(SampleLife.WITH_MIA, SampleLife.ANA, "hello");
        device.arrive(
                SampleLife.WITH_MIA,
                SampleLife.MIA,
                SampleLife.NOW,
                new EventBody.Reacted(
                        new Target(
                                seq,
                                device.say(SampleLife.NOTES, SampleLife.ANA, SampleLife.NOW, "x")
                                        .id()),
                        "👍",
                        true));
        assertEquals(List.of(), system.lines());
    }

    @Test
    void windowShowsWhatTheSystemCannot() {
        system.ready(false);
        desk.open();
        say(SampleLife.WITH_MIA, SampleLife.MIA, "明天见");
        assertEquals(List.of("Mia Chen | 明天见"), own.lines());
        assertEquals(List.of(), system.shown());
    }

    @Test
    void summaryIsTheOnlyThingToldAfterBeingAway() {
        desk.open();
        link(new Link.Offline(SampleLife.NOW, SampleLife.NOW, "relay-unreachable"));
        say(SampleLife.RELEASE, SampleLife.BEN, "one");
        say(SampleLife.RELEASE, SampleLife.BEN, "two");
        say(SampleLife.WITH_MIA, SampleLife.MIA, "three");
        assertEquals(List.of(), system.lines());
        link(new Link.Online(SampleLife.NOW));
        assertEquals(
                List.of("While you were away | 3 new messages in 2 conversations"), system.lines());
        system.choose("summary");
        assertEquals(List.of("window"), opened);
    }

    @Test
    void choosingOpensTheMessageWhoseWordsItShows() {
        desk.open();
        say(SampleLife.RELEASE, SampleLife.BEN, "one");
        long newest = say(SampleLife.RELEASE, SampleLife.BEN, "two");
        system.choose(SampleLife.RELEASE.value());
        system.choose("g:unknown");
        assertEquals(List.of(SampleLife.RELEASE + " " + newest), opened);
    }

    @Test
    void textsMayBeHiddenAndNothingSoundsUnlessWanted() {
        desk.open();
        say(SampleLife.RELEASE, SampleLife.BEN, "one");
        assertFalse(system.shown().getFirst().sound());
        settings.set(LocalSettings.NOTIFY_TEXT, SettingNames.OFF);
        settings.set(LocalSettings.NOTIFY_SOUND, SettingNames.ON);
        say(SampleLife.RELEASE, SampleLife.BEN, "two");
        assertEquals("Baton | 2 new messages", system.lines().getLast());
        assertEquals(true, system.shown().getLast().sound());
    }

    @Test
    void nobodyIsDisturbedInQuietTimesOrWhereTheyLook() {
        desk.open();
        attended = Optional.of(SampleLife.RELEASE);
        say(SampleLife.RELEASE, SampleLife.BEN, "seen");
        attended = Optional.empty();
        Quiet quiet = context.machine().quiet();
        quiet.begin(Quiet.Span.HOUR, context.times());
        say(SampleLife.WITH_MIA, SampleLife.MIA, "quiet");
        assertEquals(List.of(), system.lines());
        device.tick(SampleLife.NOW.plusSeconds(3_601));
        assertEquals(Quiet.Span.OFF, quiet.span(context.times()));
        say(SampleLife.WITH_BEN, SampleLife.BEN, "later");
        assertEquals(List.of("Ben Okafor | later"), system.lines());
    }

    @Test
    void closingTakesBackWhatIsShownAndListensNoMore() {
        desk.open();
        say(SampleLife.RELEASE, SampleLife.BEN, "one");
        desk.close();
        assertEquals("withdrawn", system.lines().getLast());
        assertEquals(0, device.listenerCount());
    }

    @Test
    void quietTimesKnowTheirEnd() {
        Quiet quiet = context.machine().quiet();
        assertEquals(Quiet.Span.OFF, quiet.span(context.times()));
        quiet.begin(Quiet.Span.TOMORROW, context.times());
        assertEquals(Quiet.Span.TOMORROW, quiet.span(context.times()));
        assertEquals(SampleLife.at(22, "08:00:00"), quiet.until(context.times()).orElseThrow());
        quiet.begin(Quiet.Span.ALWAYS, context.times());
        assertEquals(Optional.empty(), quiet.until(context.times()));
        assertEquals(Quiet.Span.ALWAYS, quiet.span(context.times()));
        settings.set(LocalSettings.QUIET, "of a later version");
        assertFalse(quiet.isOn(context.times()));
        quiet.begin(Quiet.Span.OFF, context.times());
        assertFalse(quiet.isOn(context.times()));
    }
}
