package baton.desktop.ui.timeline;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.Attention;
import baton.desktop.ui.common.Avatar;
import baton.desktop.ui.common.ConversationNames;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.UiContext;
import baton.model.ConversationId;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/// Ties the timeline's controls to the view model of the open conversation.
public final class TimelineController {
    /// A message counts as read when it was in sight for this long.
    private static final Duration READING = Duration.millis(300);

    private final UiContext context;
    private final Attention attention;
    private final PauseTransition reading = new PauseTransition(READING);
    private final Avatar avatar = new Avatar(true);
    @FXML private HBox header;
    @FXML private Label title;
    @FXML private Label people;
    @FXML private Button members;
    @FXML private ListView<TimelineItem> list;
    @FXML private Button down;
    @FXML private Label empty;
    private Runnable moved = () -> {};

    TimelineController(UiContext context, Attention attention) {
        this.context = context;
        this.attention = attention;
    }

    @FXML
    private void initialize() {
        header.getChildren().addFirst(avatar);
        down.setAccessibleText(context.texts().get("timeline.to-end"));
        members.setAccessibleText(context.texts().get("timeline.members"));
        members.setTooltip(new Tooltip(context.texts().get("timeline.members")));
    }

    AnchoredList anchor() {
        return new AnchoredList(list, () -> moved.run());
    }

    ListView<TimelineItem> list() {
        return list;
    }

    /// Shows a conversation until the pin is closed.
    Pin open(
            ConversationId id,
            TimelineViewModel model,
            AnchoredList anchored,
            MessageActions actions) {
        Pins pins = new Pins();
        ConversationNames names = new ConversationNames(context.texts(), context.me().account());
        list.setCellFactory(view -> new TimelineCell(context.texts(), actions));
        list.setItems(model.items());
        list.accessibleTextProperty().bind(model.titleProperty());
        title.textProperty().bind(model.titleProperty());
        people.textProperty().bind(model.peopleProperty());
        empty.visibleProperty()
                .bind(model.stateProperty().isEqualTo(TimelineViewModel.State.EMPTY));
        down.visibleProperty().bind(model.awayProperty());
        down.textProperty()
                .bind(Bindings.createStringBinding(() -> downText(model), model.unreadProperty()));
        down.setOnAction(event -> model.toEnd());
        members.setVisible(id.kind() == ConversationId.Kind.GROUP);
        members.setOnAction(event -> actions.showMembers());
        pins.listen(
                model.titleProperty(),
                (observed, was, name) -> avatar.show(names.identityOf(id), name));
        avatar.show(names.identityOf(id), model.titleProperty().get());
        watch(model, anchored, pins);
        return pins;
    }

    private String downText(TimelineViewModel model) {
        long unread = model.unreadProperty().get();
        return unread > 0 ? context.texts().format("timeline.new", unread) : "";
    }

    private void watch(TimelineViewModel model, AnchoredList anchored, Pins pins) {
        Look look = new Look(model, anchored);
        moved = look::ask;
        InvalidationListener again = observable -> look.ask();
        InvalidationListener resized = observable -> look.askAfterResize();
        reading.setOnFinished(event -> model.markShown());
        attend(model.items(), again, pins);
        attend(attention.focusedProperty(), again, pins);
        attend(list.heightProperty(), resized, pins);
        attend(list.widthProperty(), resized, pins);
        pins.add(reading::stop);
        pins.add(() -> moved = () -> {});
    }

    private static void attend(Observable value, InvalidationListener listener, Pins pins) {
        value.addListener(listener);
        pins.add(() -> value.removeListener(listener));
    }

    /// Looks at the rows in sight at most once for all changes of a pulse.
    private final class Look {
        private final TimelineViewModel model;
        private final AnchoredList anchored;
        private boolean asked;
        private boolean resized;

        private Look(TimelineViewModel model, AnchoredList anchored) {
            this.model = model;
            this.anchored = anchored;
        }

        private void askAfterResize() {
            resized = true;
            ask();
        }

        private void ask() {
            if (!asked) {
                asked = true;
                context.ui().execute(this::now);
            }
        }

        private void now() {
            asked = false;
            anchored.settle();
            if (resized) {
                resized = false;
                anchored.holdEnd();
            }
            List<AnchoredList.Sight> sights = anchored.sights();
            anchored.look(sights);
            model.onVisible(Sighting.of(sights, model, anchored.isAtEnd()));
            reading.play();
        }
    }
}
