package baton.simulation;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.relay.session.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Who takes part in a run, on which devices, and where they talk: drawn from its seed. The first
/// device founds the group.
record Cast(List<Identity> devices, List<ConversationId> conversations) {
    static final AccountId ANA = new AccountId("ana");
    static final AccountId BEN = new AccountId("ben");
    static final AccountId CLEO = new AccountId("cleo");
    static final List<AccountId> ACCOUNTS = List.of(ANA, BEN, CLEO);
    static final ConversationId PAIR = ConversationId.direct(ANA, BEN);
    static final ConversationId NOTES = ConversationId.notes(ANA);
    static final ConversationId GROUP = ConversationId.group("simulatedgroup0000");

    private static final List<List<Identity>> SHAPES =
            List.of(
                    devices("ana1", "ana2"),
                    devices("ana1", "ben1"),
                    devices("ana1", "ana2", "ben1"),
                    devices("ana1", "ben1", "cleo1"),
                    devices("ana1", "ana2", "ben1", "ben2"),
                    devices("ana1", "ana2", "ben1", "ben2", "cleo1"));

    private static final List<List<ConversationId>> PLACES =
            List.of(
                    List.of(PAIR),
                    List.of(PAIR),
                    List.of(GROUP),
                    List.of(PAIR, GROUP),
                    List.of(PAIR, NOTES),
                    List.of(PAIR, NOTES, GROUP));

    static Cast draw(SplittableRandom random) {
        return new Cast(
                SHAPES.get(random.nextInt(SHAPES.size())),
                PLACES.get(random.nextInt(PLACES.size())));
    }

    private static List<Identity> devices(String... names) {
        List<Identity> all = new ArrayList<>();
        for (String name : names) {
            AccountId account = new AccountId(name.substring(0, name.length() - 1));
            all.add(new Identity(account, new DeviceId(name), account.handle(), name, "sim"));
        }
        return List.copyOf(all);
    }

    AccountId accountOf(DeviceId device) {
        return devices.stream()
                .filter(identity -> identity.device().equals(device))
                .map(Identity::account)
                .findFirst()
                .orElseThrow();
    }

    boolean has(ConversationId conversation) {
        return conversations.contains(conversation);
    }
}
