package baton.desktop.sync;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Limits;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Who types and who is online at the moment. Nothing of it is stored, and what is not said again
/// runs out by itself.
final class Company {
    static final Duration SPACING = Duration.ofSeconds(3);

    private final Effects effects;
    private final Map<ConversationId, Instant> said = new TreeMap<>();
    private final Map<ConversationId, Map<AccountId, Instant>> typing = new TreeMap<>();
    private List<AccountId> watched = List.of();
    private boolean watchSaid;

    Company(Effects effects) {
        this.effects = effects;
    }

    void opened() {
        said.clear();
        watchSaid = watched.isEmpty();
    }

    /// A person types here, or stopped; told at most every few seconds.
    void type(Instant at, ConversationId conversation, boolean on, boolean online) {
        if (!online) {
            return;
        }
        Instant last = said.getOrDefault(conversation, Instant.MIN);
        if (on && !at.isBefore(last.equals(Instant.MIN) ? at : last.plus(SPACING))) {
            said.put(conversation, at);
            effects.transmit(new ClientFrame.Typing(conversation, true));
        } else if (!on && !last.equals(Instant.MIN)) {
            said.remove(conversation);
            effects.transmit(new ClientFrame.Typing(conversation, false));
        }
    }

    void watch(List<AccountId> accounts) {
        List<AccountId> named = accounts.stream().limit(Limits.WATCHED_MAX).toList();
        if (!named.equals(watched)) {
            watched = named;
            watchSaid = false;
        }
    }

    void heard(Instant at, ServerFrame.Typing frame) {
        Map<AccountId, Instant> here =
                typing.computeIfAbsent(frame.conversation(), key -> new TreeMap<>());
        boolean isNews =
                frame.on()
                        ? here.put(frame.by(), at.plus(Limits.TYPING)) == null
                        : here.remove(frame.by()) != null;
        if (isNews) {
            show(frame.conversation(), here);
        }
    }

    private void show(ConversationId conversation, Map<AccountId, Instant> here) {
        effects.add(new SyncEffect.Typing(conversation, List.copyOf(here.keySet())));
    }

    void heard(ServerFrame.Presence frame) {
        for (ServerFrame.Present present : frame.accounts()) {
            effects.add(
                    new SyncEffect.Presence(present.account(), present.online(), present.seenAt()));
        }
    }

    /// An event of an account has come: it has finished typing.
    void wrote(ConversationId conversation, AccountId author) {
        Map<AccountId, Instant> here = typing.getOrDefault(conversation, Map.of());
        if (here.containsKey(author)) {
            here.remove(author);
            show(conversation, here);
        }
    }

    void pump(Instant at, boolean online) {
        for (ConversationId conversation : new TreeSet<>(typing.keySet())) {
            Map<AccountId, Instant> here = typing.getOrDefault(conversation, Map.of());
            if (here.values().removeIf(until -> !at.isBefore(until))) {
                show(conversation, here);
            }
            if (here.isEmpty()) {
                typing.remove(conversation);
            }
        }
        if (online && !watchSaid) {
            watchSaid = true;
            effects.transmit(new ClientFrame.Watch(watched));
        }
    }

    Instant due() {
        Instant due = Instant.MAX;
        for (Map<AccountId, Instant> here : typing.values()) {
            for (Instant until : here.values()) {
                due = Effects.earlier(due, until);
            }
        }
        return due;
    }
}
