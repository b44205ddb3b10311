package baton.relay.session;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Limits;
import baton.model.Rank;
import baton.model.Refusal;
import baton.model.Register;
import baton.model.Revised;
import baton.model.Tally;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.feed.AccountChanges;
import baton.relay.feed.Change;
import baton.relay.feed.Written;
import baton.relay.log.KnownTally;
import baton.relay.log.LogState;
import baton.relay.log.Membership;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a device reports about reading and storing, and its drafts. Every report is a join:
/// repeating it, or an older one after a newer one, changes nothing. Confined to the session's
/// thread; blocks on the store.
final class RegisterHandling {
    /// Members up to which everybody learns what everybody has got and read.
    static final int RECEIPTS_MEMBERS_MAX = 32;

    /// Beyond it a generation is no count of "mark unread" any more but an attack on the rank.
    private static final long GENERATION_MAX = 1L << 32;

    private final Identity identity;
    private final AccountId self;
    private final SessionPorts ports;

    RegisterHandling(Identity identity, SessionPorts ports) {
        this.identity = identity;
        this.self = identity.account();
        this.ports = ports;
    }

    /// Conversations that the account is not in are passed over.
    void mark(ClientFrame.Mark mark) {
        Set<ConversationId> named = new LinkedHashSet<>();
        mark.read().forEach(read -> named.add(read.conversation()));
        mark.stored().forEach(stored -> named.add(stored.conversation()));
        Map<ConversationId, LogState> states = new LinkedHashMap<>();
        ports.log().states(named).stream()
                .filter(state -> state.of(self).isPresent())
                .forEach(state -> states.put(state.conversation(), state));
        Map<AccountId, List<Change>> changes = new LinkedHashMap<>();
        for (ClientFrame.ReadTo read : mark.read()) {
            Optional.ofNullable(states.get(read.conversation()))
                    .ifPresent(state -> read(read, state, changes));
        }
        for (ClientFrame.StoredTo stored : mark.stored()) {
            Optional.ofNullable(states.get(stored.conversation()))
                    .ifPresent(state -> stored(stored, state, changes));
        }
        write(changes);
    }

    private void read(
            ClientFrame.ReadTo read, LogState state, Map<AccountId, List<Change>> changes) {
        Membership membership = state.of(self).orElseThrow();
        long seq = Math.clamp(read.seq(), 0, membership.newestVisible(state.head()));
        Register.Read known = ports.feed().readOf(self, state.conversation());
        Rank rank = new Rank(read.generation(), seq);
        boolean isFarther = rank.compareTo(known.rank().orElseThrow()) > 0;
        if (!isFarther || read.generation() < 0 || read.generation() > GENERATION_MAX) {
            return;
        }
        Tally tally =
                ports.log()
                        .tallyAt(
                                state.conversation(),
                                self,
                                seq,
                                new KnownTally(known.seq(), known.tally()));
        Register.Read register =
                new Register.Read(
                        state.conversation(), read.generation(), seq, tally.count(), tally.own());
        add(changes, self, register);
        tellOthers(changes, state, new Register.ReadBy(state.conversation(), self, seq));
    }

    private void stored(
            ClientFrame.StoredTo stored, LogState state, Map<AccountId, List<Change>> changes) {
        Membership membership = state.of(self).orElseThrow();
        long seq = Math.clamp(stored.seq(), 0, membership.newestVisible(state.head()));
        Register register = new Register.Delivered(state.conversation(), self, seq);
        if (seq >= membership.floor()) {
            add(changes, self, register);
            tellOthers(changes, state, register);
        }
    }

    private void tellOthers(
            Map<AccountId, List<Change>> changes, LogState state, Register register) {
        List<AccountId> present = state.present();
        if (present.size() <= RECEIPTS_MEMBERS_MAX && present.contains(self)) {
            present.stream()
                    .filter(account -> !account.equals(self))
                    .forEach(account -> add(changes, account, register));
        }
    }

    private static void add(
            Map<AccountId, List<Change>> changes, AccountId account, Register register) {
        changes.computeIfAbsent(account, _ -> new ArrayList<>()).add(new Change.Raise(register));
    }

    private void write(Map<AccountId, List<Change>> changes) {
        List<AccountChanges> calls = new ArrayList<>();
        changes.forEach((account, all) -> {
            for (int from = 0; from < all.size(); from += AccountChanges.CHANGES_MAX) {
                int to = Math.min(all.size(), from + AccountChanges.CHANGES_MAX);
                calls.add(new AccountChanges(account, all.subList(from, to)));
            }
        });
        ports.desk().writer().write(calls);
    }

    /// The fate of a draft; a draft belongs to this account alone and needs no log to exist.
    ///
    /// @param deviceName what the person calls this device
    ServerFrame draft(ClientFrame.Draft draft, String deviceName) {
        if (draft.text().length() > Limits.TEXT_CHARS_MAX) {
            return new ServerFrame.Fault(Refusal.TEXT_TOO_LONG.code(), draft.conversation());
        }
        if (!isIn(draft.conversation())) {
            return new ServerFrame.Fault(Refusal.NOT_A_MEMBER.code(), draft.conversation());
        }
        Register register =
                new Register.Draft(
                        draft.conversation(),
                        draft.text(),
                        identity.device(),
                        deviceName,
                        ports.clock().instant());
        Written.Result result =
                ports.desk()
                        .writer()
                        .write(
                                List.of(
                                        new AccountChanges(
                                                self,
                                                List.of(new Change.Swap(register, draft.basis())))))
                        .getFirst()
                        .results()
                        .getFirst();
        return new ServerFrame.Drafted(
                draft.conversation(), result.isAccepted(), result.revision());
    }

    private boolean isIn(ConversationId conversation) {
        return conversation.namedMembers().contains(self)
                || ports.log().states(List.of(conversation)).stream()
                        .anyMatch(state -> state.present().contains(self));
    }

    /// The device's own line in the device matrix, as another session left it.
    Optional<Register.Device> lastReport() {
        return ports.feed()
                .registers(self, List.of("device/" + identity.device()))
                .getFirst()
                .map(Revised::register)
                .filter(Register.Device.class::isInstance)
                .map(Register.Device.class::cast);
    }

    /// @return the account's newest revision after the write
    long report(Register.Device device) {
        return ports.desk()
                .writer()
                .write(List.of(new AccountChanges(self, List.of(new Change.Raise(device)))))
                .getFirst()
                .newest();
    }
}
