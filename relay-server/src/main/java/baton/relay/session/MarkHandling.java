package baton.relay.session;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Rank;
import baton.model.Register;
import baton.model.Revised;
import baton.model.SettingNames;
import baton.protocol.ClientFrame;
import baton.relay.feed.AccountChanges;
import baton.relay.feed.Change;
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

/// What a device reports about reading and storing. Every report is a join: repeating it, or an
/// older one after a newer one, changes nothing. The account's own registers are written last, so
/// that a report that was cut off is not taken for one that the others know of. Whether they are
/// told at all is a setting, which is read in the one step that reads where the marks stand.
/// Confined to the session's thread; blocks on the store.
final class MarkHandling {
    /// Members up to which everybody learns what everybody has got and read.
    static final int RECEIPTS_MEMBERS_MAX = 32;

    /// Beyond it a generation is no count of "mark unread" any more but an attack on the rank.
    private static final long GENERATION_MAX = 1L << 32;

    private static final String RECEIPTS = Register.Setting.keyOf(SettingNames.RECEIPTS, "");

    private final AccountId self;
    private final SessionPorts ports;

    MarkHandling(Identity identity, SessionPorts ports) {
        this.self = identity.account();
        this.ports = ports;
    }

    /// Conversations that the account is not in are passed over.
    void mark(ClientFrame.Mark mark) {
        Map<ConversationId, LogState> states = states(mark);
        if (states.isEmpty()) {
            return;
        }
        Map<String, Register> known = known(mark, states.keySet());
        Changes changes = new Changes(isTelling(known));
        for (ClientFrame.ReadTo read : mark.read()) {
            Optional.ofNullable(states.get(read.conversation()))
                    .ifPresent(state -> read(read, state, known, changes));
        }
        for (ClientFrame.StoredTo stored : mark.stored()) {
            Optional.ofNullable(states.get(stored.conversation()))
                    .ifPresent(state -> stored(stored, state, known, changes));
        }
        ports.desk().writer().write(changes.calls());
    }

    private Map<ConversationId, LogState> states(ClientFrame.Mark mark) {
        Set<ConversationId> named = new LinkedHashSet<>();
        mark.read().forEach(read -> named.add(read.conversation()));
        mark.stored().forEach(stored -> named.add(stored.conversation()));
        Map<ConversationId, LogState> states = new LinkedHashMap<>();
        ports.log().states(named).stream()
                .filter(state -> state.of(self).isPresent())
                .forEach(state -> states.put(state.conversation(), state));
        return states;
    }

    private Map<String, Register> known(ClientFrame.Mark mark, Set<ConversationId> visible) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(RECEIPTS);
        mark.read().stream()
                .filter(read -> visible.contains(read.conversation()))
                .forEach(read -> keys.add(nothingRead(read.conversation()).key()));
        mark.stored().stream()
                .filter(stored -> visible.contains(stored.conversation()))
                .forEach(stored -> keys.add(delivered(stored.conversation(), 0).key()));
        Map<String, Register> known = new LinkedHashMap<>();
        ports.feed().registers(self, List.copyOf(keys)).stream()
                .flatMap(Optional::stream)
                .map(Revised::register)
                .forEach(register -> known.put(register.key(), register));
        return known;
    }

    private static boolean isTelling(Map<String, Register> known) {
        return !(known.get(RECEIPTS) instanceof Register.Setting setting
                && setting.value().equals(SettingNames.OFF));
    }

    private static Register.Read nothingRead(ConversationId conversation) {
        return new Register.Read(conversation, 0, 0, 0, 0);
    }

    private Register.Delivered delivered(ConversationId conversation, long seq) {
        return new Register.Delivered(conversation, self, seq);
    }

    private void read(
            ClientFrame.ReadTo read,
            LogState state,
            Map<String, Register> registers,
            Changes changes) {
        Membership membership = state.of(self).orElseThrow();
        // Nothing below the floor can be unread, and no tally is known there.
        long newest = membership.newestVisible(state.head());
        long seq = Math.clamp(read.seq(), Math.min(membership.floor() - 1, newest), newest);
        Register.Read nothing = nothingRead(state.conversation());
        Register.Read known =
                registers.getOrDefault(nothing.key(), nothing) instanceof Register.Read there
                        ? there
                        : nothing;
        if (!isFarther(new Rank(read.generation(), seq), known)) {
            return;
        }
        // A mark that was not looked at in this epoch may be of a part that the log lost.
        boolean isOfThisLog = state.hasTold(membership) && known.seq() <= newest;
        KnownTally place =
                isOfThisLog ? new KnownTally(known.seq(), known.tally()) : membership.beforeFloor();
        // A trim may have raised the floor beyond that place since the state was read.
        KnownTally counted = ports.log().tallyAt(state.conversation(), self, seq, place);
        changes.ofSelf(counted.asRead(state.conversation(), read.generation()));
        changes.ofOthers(state, new Register.ReadBy(state.conversation(), self, counted.seq()));
    }

    private static boolean isFarther(Rank mark, Register.Read known) {
        return mark.compareTo(known.rank().orElseThrow()) > 0
                && mark.major() >= 0
                && mark.major() <= GENERATION_MAX;
    }

    private void stored(
            ClientFrame.StoredTo stored,
            LogState state,
            Map<String, Register> registers,
            Changes changes) {
        Membership membership = state.of(self).orElseThrow();
        long seq = Math.clamp(stored.seq(), 0, membership.newestVisible(state.head()));
        Register.Delivered register = delivered(state.conversation(), seq);
        boolean isKnown =
                registers.get(register.key()) instanceof Register.Delivered known
                        && known.seq() >= seq;
        if (seq >= membership.floor() && !isKnown) {
            changes.ofSelf(register);
            changes.ofOthers(state, register);
        }
    }

    /// What is to be written, of the others and of the account itself.
    private final class Changes {
        private final boolean isTelling;
        private final Map<AccountId, List<Change>> others = new LinkedHashMap<>();
        private final List<Change> own = new ArrayList<>();

        Changes(boolean isTelling) {
            this.isTelling = isTelling;
        }

        void ofSelf(Register register) {
            own.add(new Change.Raise(register));
        }

        void ofOthers(LogState state, Register register) {
            List<AccountId> present = state.present();
            if (isTelling && present.size() <= RECEIPTS_MEMBERS_MAX && present.contains(self)) {
                present.stream()
                        .filter(account -> !account.equals(self))
                        .forEach(account ->
                                others.computeIfAbsent(account, _ -> new ArrayList<>())
                                        .add(new Change.Raise(register)));
            }
        }

        List<AccountChanges> calls() {
            List<AccountChanges> calls = new ArrayList<>();
            others.forEach((account, changes) -> addCalls(calls, account, changes));
            addCalls(calls, self, own);
            return calls;
        }

        private static void addCalls(
                List<AccountChanges> calls, AccountId account, List<Change> changes) {
            for (int from = 0; from < changes.size(); from += AccountChanges.CHANGES_MAX) {
                int to = Math.min(changes.size(), from + AccountChanges.CHANGES_MAX);
                calls.add(new AccountChanges(account, changes.subList(from, to)));
            }
        }
    }
}
