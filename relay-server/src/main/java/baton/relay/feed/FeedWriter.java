package baton.relay.feed;

import baton.model.Revised;
import baton.protocol.FrameCodec;
import baton.protocol.ServerFrame;
import baton.relay.node.Push;
import java.util.ArrayList;
import java.util.List;

/// Writes registers and tells the accounts' devices at once what changed. The only way in which
/// anything reaches a feed, so that no change is left untold. May be used by any thread; blocks.
public final class FeedWriter {
    private final AccountFeed feed;
    private final NewsDesk news;
    private final FrameCodec codec;

    FeedWriter(AccountFeed feed, NewsDesk news, FrameCodec codec) {
        this.feed = feed;
        this.news = news;
        this.codec = codec;
    }

    /// @return one answer per element, in order; the devices have been told by then
    public List<Written> write(List<AccountChanges> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        List<Written> answers = feed.write(changes);
        for (int i = 0; i < answers.size(); i++) {
            tell(changes.get(i), answers.get(i));
        }
        return answers;
    }

    private void tell(AccountChanges changes, Written written) {
        news.learn(written.account(), written.nodes());
        List<Revised> accepted = new ArrayList<>();
        for (int i = 0; i < changes.changes().size(); i++) {
            Written.Result result = written.results().get(i);
            if (result.isAccepted()) {
                accepted.add(new Revised(result.revision(), changes.changes().get(i).register()));
            }
        }
        if (!accepted.isEmpty()) {
            ServerFrame.Feed slice =
                    new ServerFrame.Feed(
                            written.before(), written.newest(), written.newest(), 0, accepted);
            news.tell(
                    List.of(written.account()), new Push(written.newest(), 0, codec.encode(slice)));
        }
    }
}
