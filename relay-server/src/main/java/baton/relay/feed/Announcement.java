package baton.relay.feed;

import baton.model.AccountId;
import baton.model.Claim;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.Member;
import baton.model.Preview;
import baton.model.Register;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import baton.relay.account.AccountNames;
import baton.relay.log.LogState;
import baton.relay.log.Membership;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What the members of a conversation must be told so that they know of everything up to its head.
/// Follows from the log alone: telling it twice, or from two nodes, changes nothing.
final class Announcement {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cntrl}]+");

    private final FrameCodec codec;
    private final AccountNames names;

    Announcement(FrameCodec codec, AccountNames names) {
        this.codec = codec;
        this.names = names;
    }

    /// The registers of each member, and of whoever left since the last announcement.
    List<AccountChanges> of(LogState state) {
        List<Member> present =
                state.version() > state.announced().version() ? named(state) : List.of();
        Event newest = decode(state);
        List<AccountChanges> all = new ArrayList<>();
        for (Membership membership : state.members().values()) {
            if (membership.isMember() || membership.leave().seq() > state.announced().seq()) {
                all.add(changes(state, newest, membership, present));
            }
        }
        return all;
    }

    private static AccountChanges changes(
            LogState state, Event newest, Membership membership, List<Member> present) {
        List<Change> changes = new ArrayList<>();
        if (!present.isEmpty() || !membership.isMember()) {
            changes.add(new Change.Raise(info(state, membership, present)));
        }
        changes.add(new Change.Raise(head(state, newest, membership)));
        return new AccountChanges(membership.account(), changes);
    }

    private static Register.Info info(LogState state, Membership membership, List<Member> present) {
        return new Register.Info(
                state.conversation(),
                state.version(),
                state.title(),
                present,
                membership.floor(),
                membership.floorCount(),
                0,
                !membership.isMember(),
                false,
                Claim.NONE);
    }

    private static Register.Head head(LogState state, Event newest, Membership membership) {
        Membership.Leave leave = membership.leave();
        if (!membership.isMember()) {
            return new Register.Head(
                    state.conversation(),
                    state.epoch(),
                    leave.seq(),
                    leave.count(),
                    membership.own(),
                    leave.digest(),
                    leave.at(),
                    new Preview(membership.account(), EventBody.Left.KIND, ""));
        }
        return new Register.Head(
                state.conversation(),
                state.epoch(),
                newest.seq(),
                newest.count(),
                membership.own(),
                newest.digest(),
                newest.at(),
                preview(newest));
    }

    private static Preview preview(Event event) {
        String text = event.body() instanceof EventBody.Message message ? message.text() : "";
        return new Preview(event.author(), event.body().kind(), oneLine(text));
    }

    private static String oneLine(String text) {
        String line = SPACES.matcher(text.strip()).replaceAll(" ");
        if (line.length() <= Limits.PREVIEW_CHARS_MAX) {
            return line;
        }
        int end = Limits.PREVIEW_CHARS_MAX;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end);
    }

    private List<Member> named(LogState state) {
        return state.present().stream()
                .map(account -> new Member(account, nameOf(account)))
                .toList();
    }

    private String nameOf(AccountId account) {
        return names.nameOf(account).orElse(account.handle());
    }

    private Event decode(LogState state) {
        try {
            return codec.decodeStored(state.newest());
        } catch (MalformedFrameException e) {
            throw new IllegalStateException("damaged entry in " + state.conversation(), e);
        }
    }
}
