package baton.simulation;

import baton.model.AccountId;
import baton.model.Revised;
import baton.relay.feed.AccountChanges;
import baton.relay.feed.AccountFeed;
import baton.relay.feed.FeedPage;
import baton.relay.feed.Written;
import java.util.List;
import java.util.Optional;

/// Feeds in front of others, to be bent or watched in one place.
class FeedSeam implements AccountFeed {
    private final AccountFeed feed;

    FeedSeam(AccountFeed feed) {
        this.feed = feed;
    }

    @Override
    public List<Written> write(List<AccountChanges> changes) {
        return feed.write(changes);
    }

    @Override
    public FeedPage page(AccountId account, long after) {
        return feed.page(account, after);
    }

    @Override
    public List<Optional<Revised>> registers(AccountId account, List<String> keys) {
        return feed.registers(account, keys);
    }

    @Override
    public List<Optional<Revised>> registersOf(List<AccountId> accounts, String key) {
        return feed.registersOf(accounts, key);
    }

    @Override
    public boolean hasRoomForSetting(AccountId account) {
        return feed.hasRoomForSetting(account);
    }

    @Override
    public long newest(AccountId account) {
        return feed.newest(account);
    }
}
