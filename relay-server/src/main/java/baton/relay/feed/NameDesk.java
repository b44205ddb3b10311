package baton.relay.feed;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Member;
import baton.model.Register;
import baton.model.Revised;
import baton.relay.account.AccountNames;
import baton.relay.log.ConversationLog;
import baton.relay.node.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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
    private final AccountNames names;
    private final HeadAnnouncer announcer;

    NameDesk(FeedDesk.Ports ports, HeadAnnouncer announcer) {
        this.feed = ports.feed();
        this.log = ports.log();
        this.nodes = ports.nodes();
        this.names = ports.names();
        this.announcer = announcer;
    }

    /// To be called before a new name is written: everything it will be told in is noted as
    /// unannounced and made due, so that the members are told even if this node dies as soon as the
    /// name stands, and the device that said it is signed out.
    public void renaming(AccountId account) {
        makeDue(conversationsOf(account, _ -> true));
    }

    /// To be called after the new name stands: makes due whatever calls the account otherwise,
    /// since somebody may have announced the old name in between.
    public void renamed(AccountId account) {
        String name = names.nameOf(account).orElse(account.handle());
        Member called = new Member(account, name);
        List<ConversationId> due =
                conversationsOf(account, info -> !info.members().contains(called));
        makeDue(due);
    }

    private void makeDue(List<ConversationId> due) {
        for (int from = 0; from < due.size(); from += AT_ONCE) {
            List<ConversationId> some = due.subList(from, Math.min(due.size(), from + AT_ONCE));
            nodes.adopt(some);
            log.retell(some);
            announcer.resume(some);
        }
    }

    private List<ConversationId> conversationsOf(
            AccountId account, Predicate<Register.Info> wanted) {
        List<ConversationId> all = new ArrayList<>();
        long after = 0;
        boolean isMore = true;
        while (isMore) {
            FeedPage page = feed.page(account, after);
            page.registers().stream()
                    .map(Revised::register)
                    .filter(Register.Info.class::isInstance)
                    .map(Register.Info.class::cast)
                    .filter(info -> !info.left() && wanted.test(info))
                    .forEach(info -> all.add(info.conversation()));
            isMore = page.remaining() > 0 && page.to() > after;
            after = page.to();
        }
        return all;
    }
}
