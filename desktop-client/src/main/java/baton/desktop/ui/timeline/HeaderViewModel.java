package baton.desktop.ui.timeline;

import baton.desktop.runtime.Hint;
import baton.desktop.runtime.Pin;
import baton.desktop.store.ConversationRow;
import baton.desktop.ui.common.Company;
import baton.desktop.ui.common.ConversationNames;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.UiContext;
import baton.model.AccountId;
import baton.model.Claim;
import baton.model.ConversationId;
import baton.model.Member;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What stands above the messages: who takes part, who is there, who types, who answers here. FX
/// thread.
final class HeaderViewModel {

    /// Who answers here.
    enum Holder {
        NOBODY,
        ME,
        OTHER
    }

    private final ConversationId id;
    private final UiContext context;
    private final Company company;
    private final ConversationNames names;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper people = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper typing = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper online = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper claim = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Holder> holder = new ReadOnlyObjectWrapper<>(Holder.NOBODY);
    private final ReadOnlyBooleanWrapper guarded = new ReadOnlyBooleanWrapper();
    private Optional<ConversationRow> row = Optional.empty();

    HeaderViewModel(ConversationId id, UiContext context, Company company) {
        this.id = id;
        this.context = context;
        this.company = company;
        this.names = new ConversationNames(context.texts(), context.me().account());
        title.set(names.titleOf(id));
    }

    Pin open() {
        Pins pins = new Pins();
        Reads.Lane lane = context.reads().lane();
        pins.add(lane);
        pins.add(context.hints().listen(hint -> onHint(lane, hint)));
        pins.listen(company.changesProperty(), (observed, was, now) -> show());
        read(lane);
        return pins;
    }

    private void onHint(Reads.Lane lane, Hint hint) {
        if (hint instanceof Hint.Conversation(ConversationId changed) && changed.equals(id)) {
            read(lane);
        }
    }

    private void read(Reads.Lane lane) {
        lane.read(
                () -> context.store().conversation(id),
                read -> {
                    row = read;
                    show();
                });
    }

    private void show() {
        List<Member> members = row.map(ConversationRow::members).orElse(List.of());
        title.set(row.map(names::titleOf).orElse(names.titleOf(id)));
        typing.set(names.typingOf(members, company.typingIn(id)));
        Company.Presence peer =
                id.peerOf(context.me().account()).map(company::of).orElse(Company.Presence.UNKNOWN);
        online.set(peer.online());
        people.set(people(row.map(names::peopleOf).orElse(""), presence(peer)));
        showClaim(row.map(known -> known.terms().claim()).orElse(Claim.NONE), members);
        guarded.set(row.map(known -> known.terms().guarded()).orElse(false));
    }

    /// The handle stays in sight: a name may be like somebody else's.
    private String people(String who, String presence) {
        return who.isEmpty() || presence.isEmpty()
                ? who + presence
                : context.texts().format("timeline.people", who, presence);
    }

    /// `online`, `last seen 10:31`; empty if nothing is known.
    private String presence(Company.Presence peer) {
        if (peer.online()) {
            return context.texts().get("timeline.online");
        }
        return peer.seenAt().equals(Instant.EPOCH)
                ? ""
                : context.texts().format("timeline.seen", context.times().sentence(peer.seenAt()));
    }

    private void showClaim(Claim known, List<Member> members) {
        Optional<AccountId> who = AccountId.parse(known.holder());
        if (who.isEmpty()) {
            holder.set(Holder.NOBODY);
            claim.set("");
        } else if (known.isHeldBy(context.me().account())) {
            holder.set(Holder.ME);
            claim.set(context.texts().get("timeline.claim.mine"));
        } else {
            holder.set(Holder.OTHER);
            claim.set(
                    context.texts()
                            .format("timeline.claim.theirs", names.nameOf(members, who.get())));
        }
    }

    /// Gives one's claim up, or takes over somebody else's.
    void passClaim() {
        if (holder.get() == Holder.ME) {
            context.intents().release(id, outcome -> {});
        } else {
            context.intents().claim(id, true, outcome -> {});
        }
    }

    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// Who else is in it, or whether and when the other one was there.
    ReadOnlyStringProperty peopleProperty() {
        return people.getReadOnlyProperty();
    }

    /// `Ben is typing…`, or empty.
    ReadOnlyStringProperty typingProperty() {
        return typing.getReadOnlyProperty();
    }

    /// Whether the other person of a direct conversation is there.
    ReadOnlyBooleanProperty onlineProperty() {
        return online.getReadOnlyProperty();
    }

    /// Who answers here, in words; empty if nobody has said so.
    ReadOnlyStringProperty claimProperty() {
        return claim.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Holder> holderProperty() {
        return holder.getReadOnlyProperty();
    }

    /// Whether replies to something unseen are held back.
    ReadOnlyBooleanProperty guardedProperty() {
        return guarded.getReadOnlyProperty();
    }
}
