package baton.relay.redis;

import java.util.Set;

/// One server whose address is fixed. Whether anybody would promote its replicas nobody says, so
/// each that is connected must confirm.
record SoleScout(RedisEndpoint.Server server, Questions questions) implements RedisScout {
    @Override
    public RedisPrimaries look() {
        int copies = questions.ask(server, Replicas::copies).size();
        return RedisPrimaries.sole(new RedisPrimaries.Primary(server, Set.of(), copies, copies));
    }

    @Override
    public void close() {
        questions.close();
    }
}
