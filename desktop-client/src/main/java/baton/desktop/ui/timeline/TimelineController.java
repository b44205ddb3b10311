package baton.desktop.ui.timeline;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.Attention;
import baton.desktop.ui.common.Avatar;
import baton.desktop.ui.common.ConversationNames;
import baton.desktop.ui.common.Named;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.UiContext;
import baton.model.ConversationId;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Ties the timeline's controls to the view model of the open conversation.
public final class TimelineController {
    /// A message counts as read when it was in sight for this long.
    private static final Duration READING = Duration.millis(300);

    /// A row that was jumped to stands out for this long.
    private static final Duration FINDING = Duration.millis(1_600);

    private final UiContext context;
    private final Attention attention;
    private final PauseTransition reading = new PauseTransition(READING);
    private final PauseTransition finding = new PauseTransition(FINDING);
    private final Avatar avatar = new Avatar(true);
    private final Region presence = new Region();
    @FXML private StackPane top;
    @FXML private HBox header;
    @FXML private VBox names;
    @FXML private Label title;
    @FXML private Label people;
    @FXML private Label typing;
    @FXML private HBox claimBox;
    @FXML private Label claim;
    @FXML private Button claimPass;
    @FXML private Label guard;
    @FXML private Button search;
    @FXML private Button members;
    @FXML private Button menu;
    @FXML private ListView<TimelineItem> list;
    @FXML private Button down;
    @FXML private Label empty;
    private final SelectionBar bar;
    private final StringProperty found = new SimpleStringProperty("");
    private final ObjectProperty<Picks> picks = new SimpleObjectProperty<>(Picks.NONE);
    private Optional<MessageActions> actions = Optional.empty();
    private Runnable moved = () -> {};

    TimelineController(UiContext context, Attention attention) {
        this.context = context;
        this.attention = attention;
        this.bar = new SelectionBar(context, () -> list.requestFocus());
    }

    @FXML
    private void initialize() {
        presence.getStyleClass().addAll("dot", "ok", "presence");
        StackPane face = new StackPane(avatar, presence);
        face.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(presence, Pos.BOTTOM_RIGHT);
        header.getChildren().addFirst(face);
        top.getChildren().add(bar.root());
        header.visibleProperty().bind(bar.root().visibleProperty().not());
        Texts texts = context.texts();
        Named.by(texts.get("timeline.guard.on"), guard);
        Named.by(texts.get("timeline.menu"), menu);
        Named.by(texts.get("search.open"), search);
        Named.by(texts.get("timeline.members"), members);
        down.setAccessibleText(texts.get("timeline.to-end"));
        SharedByRows shared =
                new SharedByRows(
                        texts,
                        this::actions,
                        new MessageMenu(texts, this::actions),
                        new HoverBar(texts),
                        found,
                        picks);
        list.setCellFactory(view -> new TimelineCell(shared));
    }

    private MessageActions actions() {
        return actions.orElseThrow();
    }

    AnchoredList anchor() {
        return new AnchoredList(list, () -> moved.run());
    }

    SelectionBar bar() {
        return bar;
    }

    /// Where a question about the whole conversation is asked.
    Node place() {
        return names;
    }

    ListView<TimelineItem> list() {
        return list;
    }

    /// Shows a conversation's messages until the pin is closed.
    Pin open(
            TimelineViewModel model,
            SelectionViewModel selection,
            AnchoredList anchored,
            MessageActions deeds) {
        Pins pins = new Pins();
        actions = Optional.of(deeds);
        found.bind(model.foundProperty());
        picks.bind(selection.picksProperty());
        pins.add(this::leave);
        pins.add(bar.open(selection));
        pins.add(new SelectionKeys(list, anchored, selection, bar).open());
        list.setItems(model.items());
        empty.visibleProperty()
                .bind(model.stateProperty().isEqualTo(TimelineViewModel.State.EMPTY));
        down.visibleProperty().bind(model.awayProperty());
        down.textProperty()
                .bind(Bindings.createStringBinding(() -> downText(model), model.unreadProperty()));
        down.setOnAction(event -> model.toEnd());
        pins.listen(model.foundProperty(), (observed, was, now) -> onFound(now));
        finding.setOnFinished(event -> model.forgetFound());
        pins.add(finding::stop);
        watch(model, anchored, pins);
        EventHandler<InputEvent> touched = event -> model.stopSeeking();
        for (EventType<? extends InputEvent> type :
                List.of(ScrollEvent.SCROLL, MouseEvent.MOUSE_PRESSED, KeyEvent.KEY_PRESSED)) {
            list.addEventFilter(type, touched);
            pins.add(() -> list.removeEventFilter(type, touched));
        }
        return pins;
    }

    private void leave() {
        list.setItems(FXCollections.observableArrayList());
        found.unbind();
        found.set("");
        picks.unbind();
        picks.set(Picks.NONE);
        actions = Optional.empty();
    }

    /// The row stands out for a moment, and the keys are about it from here on.
    private void onFound(String key) {
        for (TimelineItem item : list.getItems()) {
            if (item.key().equals(key)) {
                list.getSelectionModel().select(item);
                finding.playFromStart();
                return;
            }
        }
    }

    /// Shows what stands above the messages until the pin is closed.
    Pin openHeader(ConversationId id, HeaderViewModel model, TimelineDoors doors) {
        Pins pins = new Pins();
        ConversationNames names = new ConversationNames(context.texts(), context.me().account());
        list.accessibleTextProperty().bind(model.titleProperty());
        title.textProperty().bind(model.titleProperty());
        people.textProperty().bind(model.peopleProperty());
        typing.textProperty().bind(model.typingProperty());
        Shown.when(typing, model.typingProperty().isNotEmpty());
        Shown.when(people, model.typingProperty().isEmpty());
        presence.visibleProperty().bind(model.onlineProperty());
        claim.textProperty().bind(model.claimProperty());
        claimPass.textProperty().bind(model.holderProperty().map(holder -> claimWord(holder)));
        Shown.when(claimBox, model.claimProperty().isNotEmpty());
        Shown.when(guard, model.guardedProperty());
        claimPass.setOnAction(event -> model.passClaim());
        Shown.when(members, id.kind() == ConversationId.Kind.GROUP);
        members.setOnAction(event -> doors.members(id));
        menu.setOnAction(event -> doors.menu(id, menu));
        search.setOnAction(event -> doors.search());
        pins.listen(
                model.titleProperty(),
                (observed, was, name) -> avatar.show(names.identityOf(id), name));
        avatar.show(names.identityOf(id), model.titleProperty().get());
        return pins;
    }

    private String claimWord(HeaderViewModel.Holder holder) {
        return context.texts()
                .get(
                        holder == HeaderViewModel.Holder.ME
                                ? "timeline.claim.release"
                                : "timeline.claim.take");
    }

    private String downText(TimelineViewModel model) {
        long unread = model.unreadProperty().get();
        return unread > 0 ? context.texts().format("timeline.new", unread) : "";
    }

    private void watch(TimelineViewModel model, AnchoredList anchored, Pins pins) {
        Look look = new Look(model, anchored);
        moved = look::ask;
        InvalidationListener again = observable -> look.ask();
        reading.setOnFinished(event -> model.markShown());
        attend(model.items(), again, pins);
        attend(attention.focusedProperty(), again, pins);
        attend(attention.arrivalsProperty(), again, pins);
        attend(list.heightProperty(), again, pins);
        attend(list.widthProperty(), again, pins);
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

        private Look(TimelineViewModel model, AnchoredList anchored) {
            this.model = model;
            this.anchored = anchored;
        }

        private void ask() {
            if (!asked) {
                asked = true;
                context.ui().execute(this::now);
            }
        }

        private void now() {
            asked = false;
            List<AnchoredList.Sight> sights = anchored.look();
            model.onVisible(Sighting.of(sights, model, anchored.isAtEnd()));
            reading.play();
        }
    }
}
