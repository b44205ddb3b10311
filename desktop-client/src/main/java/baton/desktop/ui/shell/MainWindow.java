package baton.desktop.ui.shell;

import baton.desktop.ui.common.Attention;
import baton.desktop.ui.common.Company;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Quoted;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import baton.desktop.ui.common.Zoom;
import baton.desktop.ui.composer.ComposerView;
import baton.desktop.ui.conversations.ConversationsView;
import baton.desktop.ui.timeline.TimelineDoors;
import baton.desktop.ui.timeline.TimelineView;
import baton.model.ConversationId;
import baton.model.Target;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Window;

/// The main window's content: list, timeline with composer, a right pane on demand. FX thread.
/// Wiring puts [#root] into a scene that wears `context.theme()`, then calls [#open]; it ends by
/// [#close], which stores what stands in the composer.
///
/// [#bindKeys] says which keys work everywhere; Ctrl+/ shows them.
public final class MainWindow implements View {
    private final Slots slots;
    private final UiContext context;
    private final Attention attention;
    private final Company company;
    private final ConversationsView conversations;
    private final TimelineView timeline;
    private final ComposerView composer;
    private final WindowSearch search;
    private final ShellController controller;
    private final Shortcuts shortcuts = new Shortcuts();
    private final Parent root;
    private final Pins pins = new Pins();

    private MainWindow(UiContext context, Slots slots) {
        this.slots = slots;
        this.context = context;
        attention = new Attention(context.times()::now);
        company = new Company(context.hints());
        conversations =
                new ConversationsView(context, company, this::askForNew, slots.dialogs().export());
        timeline = new TimelineView(context, attention, company, new Doors());
        composer =
                new ComposerView(
                        context, timeline::shownUpTo, timeline::onSent, timeline::editLast);
        controller =
                new ShellController(context, this::askForNew, slots.dialogs(), this::showShortcuts);
        root = context.views().load("Shell", controller);
        conversations.putAboveList(slots.syncBar().root());
        search = new WindowSearch(context, this::showMessage, this::leaveSearch);
        controller.place(
                conversations.root(),
                search.view().root(),
                timeline.root(),
                composer.root(),
                slots);
        controller.inviteWhile(Bindings.isNotEmpty(conversations.model().items()));
        bindKeys();
    }

    public static MainWindow create(UiContext context, Slots slots) {
        return new MainWindow(context, slots);
    }

    @Override
    public Parent root() {
        return root;
    }

    /// The conversation on the screen; setting it opens another one, which the account need not
    /// have yet.
    public ObservableValue<Optional<ConversationId>> openConversation() {
        return conversations.model().selectedProperty();
    }

    public void show(ConversationId conversation) {
        conversations.model().selectedProperty().set(Optional.of(conversation));
        composer.focus();
    }

    /// Opens a conversation with one of its messages in sight.
    public void show(ConversationId conversation, Target message) {
        show(conversation);
        timeline.jump(message);
    }

    /// The conversation that somebody looks at right now.
    public Optional<ConversationId> attended() {
        return attention.isPresent() ? openConversation().getValue() : Optional.empty();
    }

    /// Takes a message of a conversation that was not sent back to where it is written.
    ///
    /// @param words what it says
    public void rework(ConversationId conversation, long clientSeq, String words) {
        show(conversation);
        composer.rework(clientSeq, words);
    }

    /// Whether the devices stand at the right.
    public BooleanProperty devicesShownProperty() {
        return controller.rightProperty();
    }

    /// Shows another name of this device.
    public void nameDevice(String name) {
        controller.nameDevice(name);
    }

    @Override
    public void open() {
        pins.add(company.open());
        for (View view :
                List.of(
                        slots.statusPill(),
                        slots.syncBar(),
                        slots.devices(),
                        conversations,
                        search.view())) {
            view.open();
            pins.add(view::close);
        }
        pins.add(this::leave);
        pins.listen(conversations.model().selectedProperty(), (observed, was, now) -> openOne(now));
        openOne(conversations.model().selectedProperty().get());
        watchScene();
    }

    @Override
    public void close() {
        pins.close();
    }

    private void openOne(Optional<ConversationId> id) {
        controller.showConversation(id.isPresent());
        search.view().showIn(id);
        id.ifPresentOrElse(
                chosen -> {
                    timeline.open(chosen);
                    composer.open(chosen);
                },
                this::leave);
    }

    private void leave() {
        composer.close();
        timeline.close();
    }

    /// What the timeline leaves to the rest of the window.
    private final class Doors implements TimelineDoors {
        @Override
        public void rework(long clientSeq, String words) {
            composer.rework(clientSeq, words);
        }

        @Override
        public void reply(Quoted message) {
            composer.reply(message);
        }

        @Override
        public void edit(Quoted message) {
            composer.edit(message);
        }

        @Override
        public void search() {
            openSearch(false);
        }

        @Override
        public void members(ConversationId group) {
            slots.people().members(group);
        }

        @Override
        public void menu(ConversationId conversation, Node near) {
            conversations.showMenu(conversation, near);
        }
    }

    private void openSearch(boolean everywhere) {
        controller.showList();
        search.show(everywhere || openConversation().getValue().isEmpty());
    }

    private void step(boolean older) {
        if (search.view().isBlank()) {
            openSearch(false);
        } else {
            search.view().step(older);
        }
    }

    private void showMessage(ConversationId conversation, Target message) {
        conversations.model().selectedProperty().set(Optional.of(conversation));
        timeline.jump(message);
    }

    private void leaveSearch() {
        if (openConversation().getValue().isPresent()) {
            composer.focus();
        } else {
            conversations.focusList();
        }
    }

    private void askForNew() {
        slots.people().newConversation(this::show);
    }

    private void bindKeys() {
        KeyCombination.Modifier control = KeyCombination.SHORTCUT_DOWN;
        KeyCombination.Modifier alt = KeyCombination.ALT_DOWN;
        KeyCombination.Modifier shift = KeyCombination.SHIFT_DOWN;
        shortcuts.put(of("find", KeyCode.K, control), this::findConversation);
        shortcuts.put(of("search", KeyCode.F, control), () -> openSearch(false));
        shortcuts.put(of("search-all", KeyCode.F, control, shift), () -> openSearch(true));
        shortcuts.put(of("day", KeyCode.G, control), timeline::askForDay);
        shortcuts.put(of("next-hit", KeyCode.F3), () -> step(true));
        shortcuts.put(of("previous-hit", KeyCode.F3, shift), () -> step(false));
        shortcuts.put(of("next", KeyCode.DOWN, alt), () -> conversations.model().selectBy(1));
        shortcuts.put(of("previous", KeyCode.UP, alt), () -> conversations.model().selectBy(-1));
        shortcuts.put(
                of("next-unread", KeyCode.DOWN, alt, shift),
                () -> conversations.model().selectUnread(1));
        shortcuts.put(
                of("previous-unread", KeyCode.UP, alt, shift),
                () -> conversations.model().selectUnread(-1));
        shortcuts.put(of("pane", KeyCode.F6), this::nextPane);
        shortcuts.put(of("devices", KeyCode.D, control), this::toggleDevices);
        shortcuts.put(of("read-all", KeyCode.ESCAPE, shift), context.intents()::markAllRead);
        bindZoom(context.theme().zoom());
        shortcuts.put(of("outbox", KeyCode.O, control), slots.dialogs().outbox());
        shortcuts.put(of("connection", KeyCode.I, control), slots.dialogs().connection());
        shortcuts.put(of("settings", KeyCode.COMMA, control), slots.dialogs().settings());
        shortcuts.put(of("sheet", KeyCode.SLASH, control), this::showShortcuts);
    }

    private void bindZoom(Zoom zoom) {
        KeyCombination.Modifier control = KeyCombination.SHORTCUT_DOWN;
        KeyCombination.Modifier shift = KeyCombination.SHIFT_DOWN;
        shortcuts.put(
                of("larger", KeyCode.PLUS, control)
                        .or(KeyCode.EQUALS, control)
                        .or(KeyCode.EQUALS, control, shift)
                        .or(KeyCode.ADD, control),
                () -> zoom.step(1));
        shortcuts.put(
                of("smaller", KeyCode.MINUS, control).or(KeyCode.SUBTRACT, control),
                () -> zoom.step(-1));
        shortcuts.put(
                of("natural", KeyCode.DIGIT0, control).or(KeyCode.NUMPAD0, control), zoom::reset);
    }

    private static Shortcut of(String name, KeyCode code, KeyCombination.Modifier... modifiers) {
        return Shortcut.of("shortcuts." + name, code, modifiers);
    }

    private void showShortcuts() {
        new ShortcutSheet(context, slots.overlay()).show(shortcuts.all());
    }

    private void nextPane() {
        List<Pane> panes =
                Stream.of(
                                new Pane(conversations.root(), conversations::focusList),
                                new Pane(search.view().root(), search.view()::focus),
                                new Pane(timeline.root(), timeline::focusList),
                                new Pane(composer.root(), composer::focus),
                                new Pane(slots.devices().root(), this::focusDevices))
                        .filter(Pane::isShown)
                        .toList();
        int here =
                IntStream.range(0, panes.size())
                        .filter(i -> hasFocus(panes.get(i).root()))
                        .findFirst()
                        .orElse(-1);
        panes.get((here + 1) % panes.size()).focus().run();
    }

    /// A part of the window that F6 stops at.
    private record Pane(Parent root, Runnable focus) {
        boolean isShown() {
            return outwards(root).allMatch(Node::isVisible);
        }
    }

    /// JavaFX's own focus-within stays behind in panes that the focus has left.
    private boolean hasFocus(Parent pane) {
        Node owner = root.getScene().getFocusOwner();
        return outwards(owner).anyMatch(pane::equals);
    }

    private static Stream<Node> outwards(Node from) {
        return Stream.iterate(from, Objects::nonNull, Node::getParent);
    }

    private void findConversation() {
        controller.showList();
        search.view().hide();
        conversations.focusFilter();
    }

    private void focusDevices() {
        slots.devices().root().requestFocusTraversal(TraversalDirection.NEXT);
    }

    private void toggleDevices() {
        BooleanProperty shown = devicesShownProperty();
        boolean leaving = hasFocus(slots.devices().root());
        shown.set(!shown.get());
        if (shown.get()) {
            focusDevices();
        } else if (leaving) {
            conversations.focusList();
        }
    }

    private void watchScene() {
        EventHandler<InputEvent> touched = event -> attention.touch();
        // Not every mouse event: rows that move under a resting pointer make "entered" ones.
        root.addEventFilter(MouseEvent.MOUSE_MOVED, touched);
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, touched);
        root.addEventFilter(ScrollEvent.ANY, touched);
        root.addEventFilter(KeyEvent.ANY, touched);
        EventHandler<KeyEvent> keys = shortcuts::handle;
        root.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        EventHandler<KeyEvent> escape = this::onEscape;
        root.addEventHandler(KeyEvent.KEY_PRESSED, escape);
        pins.add(() -> {
            root.removeEventFilter(MouseEvent.MOUSE_MOVED, touched);
            root.removeEventFilter(MouseEvent.MOUSE_PRESSED, touched);
            root.removeEventFilter(ScrollEvent.ANY, touched);
            root.removeEventFilter(KeyEvent.ANY, touched);
            root.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
            root.removeEventHandler(KeyEvent.KEY_PRESSED, escape);
        });
        ObservableValue<Boolean> focused =
                root.sceneProperty()
                        .flatMap(Scene::windowProperty)
                        .flatMap(Window::focusedProperty);
        attention.focusedProperty().bind(focused.orElse(false));
        pins.add(attention.focusedProperty()::unbind);
        // Coming back may be on another day.
        pins.listen(attention.focusedProperty(), (observed, was, now) -> rewrite());
    }

    private void onEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            timeline.escape();
        }
    }

    private void rewrite() {
        conversations.model().rewrite();
        timeline.rewrite();
    }
}
