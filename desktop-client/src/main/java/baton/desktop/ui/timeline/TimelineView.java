package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Attention;
import baton.desktop.ui.common.Company;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.UiContext;
import baton.model.ConversationId;
import baton.model.Target;
import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.Parent;

/// The timeline pane, as the shell places it: one list that shows one conversation after the other.
/// FX thread.
public final class TimelineView {
    private final UiContext context;
    private final Attention attention;
    private final Company company;
    private final TimelineDoors doors;
    private final TimelineController controller;
    private final AnchoredList anchored;
    private final Parent root;
    private final Pins pins = new Pins();
    private Optional<TimelineViewModel> model = Optional.empty();
    private Optional<MessageDeeds> deeds = Optional.empty();

    /// @param company who is there and who types
    public TimelineView(
            UiContext context, Attention attention, Company company, TimelineDoors doors) {
        this.context = context;
        this.attention = attention;
        this.company = company;
        this.doors = doors;
        controller = new TimelineController(context, attention);
        root = context.views().load("Timeline", controller);
        anchored = controller.anchor();
    }

    public Parent root() {
        return root;
    }

    /// Shows a conversation instead of the one before.
    public void open(ConversationId id) {
        close();
        anchored.reset();
        TimelineViewModel opened = new TimelineViewModel(id, context, attention, anchored);
        HeaderViewModel header = new HeaderViewModel(id, context, company);
        model = Optional.of(opened);
        SelectionViewModel selection = new SelectionViewModel(id, context);
        DayJump jump = new DayJump(id, context, opened);
        MessageDeeds actions = new MessageDeeds(context, doors, opened, selection, jump);
        deeds = Optional.of(actions);
        pins.add(selection.open(opened.items()));
        pins.add(jump.open());
        pins.add(controller.open(opened, selection, anchored, actions));
        pins.add(controller.openHeader(id, header, doors));
        pins.add(new MessageKeys(controller.list(), actions).open());
        pins.add(header.open());
        pins.add(opened.open());
    }

    public void close() {
        pins.close();
        model = Optional.empty();
        deeds = Optional.empty();
    }

    /// Greatest seq that the open conversation has shown; 0 for none.
    public long shownUpTo() {
        return model.map(TimelineViewModel::shownUpTo).orElse(0L);
    }

    /// The person sent a message here.
    public void onSent() {
        model.ifPresent(TimelineViewModel::onSent);
    }

    /// Begins to change the person's newest message, if there is one in sight or near.
    public void editLast() {
        model.flatMap(TimelineViewModel::lastOwn)
                .ifPresent(last -> deeds.ifPresent(opened -> opened.edit(last)));
    }

    /// Asks for a day to go to, of those in sight first.
    public void askForDay() {
        deeds.ifPresent(opened -> opened.askForDay(dayInSight(), controller.place()));
    }

    /// The day of the topmost row in sight.
    private LocalDate dayInSight() {
        int top = anchored.sights().stream().findFirst().map(AnchoredList.Sight::index).orElse(0);
        Optional<LocalDate> above = Optional.empty();
        for (TimelineItem item : controller.list().getItems()) {
            if (item instanceof TimelineItem.Day day && (above.isEmpty() || top >= 0)) {
                above = Optional.of(day.date());
            }
            top--;
        }
        return above.orElseGet(() -> context.times().day(context.times().now()));
    }

    /// Goes to a message of the open conversation, wherever it is in the log.
    public void jump(Target message) {
        model.ifPresent(opened -> opened.jump(message));
    }

    /// Ends what the person has begun with several messages; else takes the divider away.
    public void escape() {
        if (!controller.bar().end()) {
            model.ifPresent(TimelineViewModel::clearDivider);
        }
    }

    /// Writes all rows again: the day may have changed since.
    public void rewrite() {
        model.ifPresent(TimelineViewModel::rewrite);
    }

    public void focusList() {
        controller.list().requestFocus();
    }
}
