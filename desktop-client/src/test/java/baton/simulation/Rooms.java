package baton.simulation;

import baton.model.AccountId;
import baton.model.Claim;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.Member;
import baton.model.Register;
import baton.simulation.Happened.What;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// What people do with conversations as a whole: guard them, claim them, leave them, invite.
final class Rooms {
    private final Simulation simulation;
    private final People people;
    private final SplittableRandom random;

    Rooms(Simulation simulation, People people, SplittableRandom random) {
        this.simulation = simulation;
        this.people = people;
        this.random = random;
    }

    void guard(SimDevice device, ConversationId conversation) {
        if (conversation.kind() != ConversationId.Kind.NOTES) {
            simulation.happened().count(What.GUARDS);
            people.compose(device, conversation, new EventBody.Guarded(random.nextInt(4) > 0));
        }
    }

    void claim(SimDevice device, ConversationId conversation) {
        if (conversation.kind() == ConversationId.Kind.NOTES) {
            return;
        }
        simulation.happened().count(What.CLAIMS);
        EventBody body =
                random.nextInt(4) == 0
                        ? new EventBody.Released()
                        : new EventBody.Claimed(random.nextInt(3) == 0);
        people.compose(device, conversation, body);
    }

    /// The claim under which somebody writes; 0 if it holds none.
    long claimOf(SimDevice device, ConversationId conversation) {
        return device.store()
                .info(conversation)
                .map(info -> info.guard().claim())
                .filter(claim -> claim.isHeldBy(device.identity().account()))
                .map(Claim::epoch)
                .orElse(0L);
    }

    void move(SimDevice device, ConversationId conversation) {
        Optional<Register.Info> info = device.store().info(conversation);
        if (conversation.kind() != ConversationId.Kind.GROUP || info.isEmpty()) {
            return;
        }
        List<AccountId> present = info.get().members().stream().map(Member::account).toList();
        List<AccountId> absent =
                Cast.ACCOUNTS.stream().filter(account -> !present.contains(account)).toList();
        int drawn = random.nextInt(5);
        if (drawn == 0) {
            people.compose(device, conversation, new EventBody.Titled(people.text("title")));
        } else if (drawn <= 2 && !device.identity().account().equals(Cast.ANA)) {
            simulation.happened().count(What.MOVES);
            people.compose(device, conversation, new EventBody.Left());
        } else if (!absent.isEmpty()) {
            simulation.happened().count(What.MOVES);
            people.compose(device, conversation, new EventBody.Invited(absent.getFirst()));
        }
    }
}
