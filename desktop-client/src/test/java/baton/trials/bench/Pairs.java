package baton.trials.bench;

import baton.endtoend.RelayProcess;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.trials.wire.WireLoop;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// People of some relays on one Redis, who talk in pairs or in a group. One thread.
final class Pairs {
    private static final long SEED = 1;

    private final List<RelayProcess> relays;
    private final List<Long> redis;
    private final People people;
    private final SplittableRandom random = new SplittableRandom(SEED);

    /// @param redis processes of the servers that they share
    Pairs(List<RelayProcess> relays, List<Long> redis) {
        this.relays = relays;
        this.redis = redis;
        this.people = new People(URI.create(relays.getFirst().address()));
    }

    private List<URI> addresses() {
        return relays.stream().map(relay -> URI.create(relay.address())).toList();
    }

    Meter meter(WireLoop loop) {
        return new Meter(relays.stream().map(RelayProcess::pid).toList(), redis, loop);
    }

    /// All devices of so many people, who talk two by two, both of them.
    List<Chat> connect(WireLoop loop, int users) throws Exception {
        List<People.Person> all = people.atLeast(users, Delivery.DEVICES);
        List<Chat> chats = new ArrayList<>();
        for (int i = 0; i + 1 < users; i += 2) {
            List<People.Person> two = all.subList(i, i + 2);
            ConversationId talk = Chat.direct(two.getFirst(), two.getLast());
            chats.add(new Chat(loop, addresses(), talk, two, 2, random));
        }
        return chats;
    }

    /// One device of each member.
    Chat group(WireLoop loop, int members, int talkers) throws Exception {
        List<People.Person> all =
                people.atLeast(members, Delivery.DEVICES).stream()
                        .map(one -> new People.Person(one.account(), one.tokens().subList(0, 1)))
                        .toList();
        ConversationId group = ConversationId.group("bench%015d".formatted(members));
        Chat chat = new Chat(loop, addresses(), group, all, talkers, random);
        chat.found(
                new EventBody.Created("Bench", all.stream().map(People.Person::account).toList()));
        return chat;
    }
}
