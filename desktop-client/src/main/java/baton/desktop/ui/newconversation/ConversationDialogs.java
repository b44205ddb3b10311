package baton.desktop.ui.newconversation;

import baton.desktop.runtime.AccountEntry;
import baton.desktop.runtime.Hint;
import baton.desktop.ui.common.Overlay;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.Threads;
import baton.desktop.ui.common.UiContext;
import baton.model.ConversationId;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Opens the dialogs about who takes part, above the window's content. FX thread.
public final class ConversationDialogs {
    private final UiContext context;
    private final AccountEntry entry;
    private final Executor network;
    private final Overlay overlay;

    /// @param network where asking the relay may block
    public ConversationDialogs(
            UiContext context, AccountEntry entry, Executor network, Overlay overlay) {
        this.context = context;
        this.entry = entry;
        this.network = network;
        this.overlay = overlay;
    }

    /// Asks whom to write to.
    ///
    /// @param chosen gets the conversation to open; not called if the dialog is cancelled
    public void newConversation(Consumer<ConversationId> chosen) {
        NewConversationViewModel viewModel =
                new NewConversationViewModel(
                        context.me().account(),
                        finder(),
                        context.intents(),
                        context.ui(),
                        context.texts(),
                        id -> {
                            overlay.hide();
                            chosen.accept(id);
                        });
        NewConversationController dialog =
                new NewConversationController(viewModel, context.texts(), overlay::hide);
        overlay.show(
                dialog.root(),
                context.texts().get("newconversation.title"),
                dialog.first(),
                () -> {});
    }

    /// Shows who takes part, with invite and leave for groups.
    public void members(ConversationId id) {
        MembersViewModel viewModel =
                new MembersViewModel(
                        id,
                        finder(),
                        context.intents(),
                        context.ui(),
                        context.texts(),
                        overlay::hide);
        MembersController dialog = new MembersController(viewModel, context.texts(), overlay::hide);
        Pins pins = new Pins();
        Reads.Lane lane = context.reads().lane();
        pins.add(lane);
        Runnable read = () -> lane.read(() -> context.store().conversation(id), viewModel::show);
        pins.add(
                context.hints()
                        .listen(hint -> {
                            if (hint.equals(new Hint.Conversation(id))) {
                                read.run();
                            }
                        }));
        read.run();
        overlay.show(
                dialog.root(),
                context.texts().get("newconversation.members.label"),
                dialog.first(),
                pins::close);
    }

    private Finder finder() {
        return new Finder(
                context.me().account(), entry, new Threads(network, context.ui()), context.texts());
    }
}
