package baton.relay.feed;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Register;
import baton.model.Revised;
import baton.relay.log.ConversationLog;
import baton.relay.node.Nodes;
import java.util.ArrayList;
import java.util.List;

/// Tells everybody who shares a conversation with an account that it is called otherwise now: the
/// title and members of those conversations are announced anew, by the one way in which they always
/// are. Doing it twice changes nothing. May be used by any thread; blocks, and throws
/// [baton.relay.node.StoreUnavailableException], after which some may not have been told.
public final class NameDesk {
    /// Keeps one call of the store short.
    private static final int AT_ONCE = 100;

    private final AccountFeed feed;
    private final ConversationLog log;
    private final Nodes nodes;
    private final HeadAnnouncer announcer;

    NameDesk(AccountFeed feed, ConversationLog log, Nodes nodes, HeadAnnouncer announcer) {
        this.feed = feed;
        this.log = log;
        this.nodes = nodes;
        this.announcer = announcer;
    }

    /// To be called before a new name is written: everything it will be told in is noted as
    /// unannounced and made due, so that the members are told even if this node dies as soon as the
    /// name stands.
    public void renaming(AccountId account) {
        makeDue(account);
    }

    /// To be called after the new name stands: makes due once more what somebody may have announced
    /// with the old one in between.
    public void renamed(AccountId account) {
        announcer.resume(makeDue(account));
    }

    /// @return what is to be announced
    private List<ConversationId> makeDue(AccountId account) {
        List<ConversationId> shared = conversationsOf(account);
        for (int from = 0; from < shared.size(); from += AT_ONCE) {
            List<ConversationId> some =
                    shared.subList(from, Math.min(shared.size(), from + AT_ONCE));
            nodes.adopt(some);
            log.retell(some);
        }
        return shared;
    }

    private List<ConversationId> conversationsOf(AccountId account) {
        List<ConversationId> all = new ArrayList<>();
        long after = 0;
        boolean isMore = true;
        while (isMore) {
            FeedPage page = feed.page(account, after);
            page.registers().stream()
                    .map(Revised::register)
                    .filter(Register.Info.class::isInstance)
                    .map(Register.Info.class::cast)
                    .filter(info -> !info.left())
                    .forEach(info -> all.add(info.conversation()));
            isMore = page.remaining() > 0 && page.to() > after;
            after = page.to();
        }
        return all;
    }
}
