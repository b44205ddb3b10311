package baton.desktop.sync;

import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Limits;
import baton.model.Register;
import baton.model.Revised;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.rules.DraftText;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Half-written text, the same on every device. It is stored here at every change and offered to
/// the relay a little later, by compare-and-set on the revision that it was typed on. The text
/// stays local until the feed brings it back; if another device's text stands instead, ours is kept
/// as a copy.
final class Drafts {
    private static final Duration PAUSE = Duration.ofMillis(700);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DeviceId self;
    private final Ledger ledger;
    private final Effects effects;
    private final Map<ConversationId, Offer> offers = new TreeMap<>();

    private long tickets;

    /// How an offer of a local draft stands.
    private sealed interface Offer {
        Instant due();

        /// @param since when the oldest change not offered yet was made
        record Typing(Instant since, Instant due) implements Offer {}

        /// @param text that is on its way
        /// @param ticket of the latest offer: no answer to an earlier one speaks of this text
        record Asked(String text, long ticket, Instant due) implements Offer {}

        /// Nothing to do until the feed brings the register: it was taken, or another stands.
        record Decided(boolean accepted, long revision) implements Offer {
            @Override
            public Instant due() {
                return Instant.MAX;
            }
        }
    }

    Drafts(DeviceId self, Ledger ledger, Effects effects) {
        this.self = self;
        this.ledger = ledger;
        this.effects = effects;
        opened();
    }

    /// A new connection: whatever the feed has not brought back is offered again.
    void opened() {
        offers.clear();
        for (LocalDraft draft : ledger.localDrafts()) {
            offers.put(draft.conversation(), new Offer.Typing(Instant.MIN, Instant.MIN));
        }
    }

    /// The registers are about to be forgotten: a text of this device is offered again if the
    /// directory lacks it, and what was not confirmed yet stands on no revision any more.
    void keep() {
        for (Register.Draft draft : ledger.all(Register.Draft.class)) {
            boolean isOwn = draft.device().equals(self) && !draft.text().isEmpty();
            if (isOwn && ledger.localDraft(draft.conversation()).isEmpty()) {
                ledger.write(
                        new StoreChange.LocalDraftPut(
                                new LocalDraft(draft.conversation(), draft.text(), 0, draft.at())));
            }
        }
        for (LocalDraft local : ledger.localDrafts()) {
            if (local.basis() > 0) {
                ledger.write(new StoreChange.LocalDraftPut(rebased(local, 0)));
            }
        }
    }

    void save(Instant at, ConversationId conversation, String text) {
        if (!shown(conversation).equals(text)) {
            type(at, conversation, text);
        }
    }

    /// Puts a text below what stands there.
    void add(Instant at, ConversationId conversation, String text) {
        type(at, conversation, DraftText.below(shown(conversation), text));
    }

    private String shown(ConversationId conversation) {
        return ledger.localDraft(conversation)
                .map(LocalDraft::text)
                .orElseGet(() -> textOf(conversation));
    }

    /// The message was sent: the draft that it was written as is empty from now on.
    void sent(Instant at, ConversationId conversation) {
        Optional<LocalDraft> local = ledger.localDraft(conversation);
        boolean isCleared =
                local.map(draft -> draft.text().isEmpty())
                        .orElseGet(() -> textOf(conversation).isEmpty());
        if (!isCleared) {
            type(at, conversation, "");
        }
    }

    private void type(Instant at, ConversationId conversation, String text) {
        long basis =
                ledger.localDraft(conversation)
                        .map(LocalDraft::basis)
                        .orElseGet(() -> register(conversation).map(Revised::revision).orElse(0L));
        ledger.write(new StoreChange.LocalDraftPut(new LocalDraft(conversation, text, basis, at)));
        Offer before = offers.getOrDefault(conversation, new Offer.Decided(true, basis));
        switch (before) {
            case Offer.Typing typing ->
                    offers.put(
                            conversation,
                            new Offer.Typing(
                                    typing.since(),
                                    Effects.earlier(at.plus(PAUSE), latest(typing.since(), at))));
            case Offer.Asked asked -> {}
            case Offer.Decided decided when decided.accepted() ->
                    offers.put(conversation, new Offer.Typing(at, at.plus(PAUSE)));
            case Offer.Decided decided -> {}
        }
    }

    private static Instant latest(Instant since, Instant at) {
        return since.equals(Instant.MIN) ? at : since.plus(PAUSE_MAX);
    }

    private Optional<Revised> register(ConversationId conversation) {
        return ledger.register("draft/" + conversation);
    }

    private String textOf(ConversationId conversation) {
        return register(conversation)
                .map(Revised::register)
                .filter(Register.Draft.class::isInstance)
                .map(draft -> ((Register.Draft) draft).text())
                .orElse("");
    }

    void drafted(Instant at, ServerFrame.Drafted drafted) {
        ConversationId conversation = drafted.conversation();
        Optional<LocalDraft> local = ledger.localDraft(conversation);
        if (local.isEmpty()
                || !(offers.get(conversation) instanceof Offer.Asked asked)
                || asked.ticket() != drafted.ticket()) {
            return;
        }
        if (!drafted.accepted()) {
            // The feed may have been faster: then the text stands on that revision already.
            boolean isRebased = local.get().basis() >= drafted.revision();
            offers.put(
                    conversation,
                    isRebased
                            ? new Offer.Typing(at, at.plus(PAUSE))
                            : new Offer.Decided(false, drafted.revision()));
        } else {
            LocalDraft confirmed = rebased(local.get(), drafted.revision());
            ledger.write(new StoreChange.LocalDraftPut(confirmed));
            offers.put(
                    conversation,
                    confirmed.text().equals(asked.text())
                            ? new Offer.Decided(true, drafted.revision())
                            : new Offer.Typing(at, at.plus(PAUSE)));
        }
        register(conversation).ifPresent(value -> settle(at, value));
    }

    private static LocalDraft rebased(LocalDraft draft, long basis) {
        return new LocalDraft(draft.conversation(), draft.text(), basis, draft.at());
    }

    /// The relay could not serve something about this conversation. If it was the offer, it must be
    /// made again later; if it was not, making it again does no harm.
    void fault(Instant at, ConversationId conversation) {
        if (offers.get(conversation) instanceof Offer.Asked) {
            offers.put(conversation, new Offer.Typing(at, at.plus(PATIENCE)));
        }
    }

    /// Compares what was typed here with a register of the feed.
    void settle(Instant at, Revised value) {
        if (value.register() instanceof Register.Draft draft) {
            ledger.localDraft(draft.conversation())
                    .filter(local -> value.revision() >= local.basis())
                    .ifPresent(local -> settle(at, local, draft, value.revision()));
        }
    }

    private void settle(Instant at, LocalDraft local, Register.Draft stands, long revision) {
        ConversationId conversation = local.conversation();
        boolean sameText = stands.text().equals(local.text());
        if (stands.device().equals(self) && sameText) {
            forget(conversation);
        } else if (revision == local.basis()) {
            return;
        } else if (stands.device().equals(self)) {
            // An earlier text of ours whose answer was lost: go on from there.
            ledger.write(new StoreChange.LocalDraftPut(rebased(local, revision)));
            if (!(offers.get(conversation) instanceof Offer.Asked)) {
                offers.put(conversation, new Offer.Typing(at, at.plus(PAUSE)));
            }
        } else {
            lost(local, sameText);
        }
    }

    private void lost(LocalDraft local, boolean sameText) {
        boolean wasTaken =
                offers.get(local.conversation()) instanceof Offer.Decided decided
                        && decided.accepted();
        if (!wasTaken && !sameText && !local.text().isEmpty()) {
            ledger.write(new StoreChange.DraftCopyKept(local));
        }
        forget(local.conversation());
    }

    private void forget(ConversationId conversation) {
        ledger.write(new StoreChange.LocalDraftRemoved(conversation));
        offers.remove(conversation);
    }

    void pump(Instant at) {
        for (Map.Entry<ConversationId, Offer> entry : offers.entrySet()) {
            if (!at.isBefore(entry.getValue().due()) && !mustWait(entry.getKey())) {
                entry.setValue(offer(at, entry.getKey()));
            }
        }
    }

    /// The relay takes no draft for a group that the account has left, or that the directory does
    /// not name. The text waits here, in case somebody brings it back.
    private boolean mustWait(ConversationId conversation) {
        return ledger.info(conversation)
                .map(Register.Info::left)
                .orElse(conversation.namedMembers().isEmpty());
    }

    private Offer offer(Instant at, ConversationId conversation) {
        LocalDraft draft = ledger.localDraft(conversation).orElseThrow();
        if (draft.text().length() > Limits.TEXT_CHARS_MAX) {
            // Too long to be told; it stays on this device until it is shorter.
            return new Offer.Decided(true, draft.basis());
        }
        tickets++;
        effects.transmit(new ClientFrame.Draft(conversation, draft.text(), draft.basis(), tickets));
        return new Offer.Asked(draft.text(), tickets, at.plus(PATIENCE));
    }

    Instant due() {
        return offers.entrySet().stream()
                .filter(entry -> !mustWait(entry.getKey()))
                .map(entry -> entry.getValue().due())
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }
}
