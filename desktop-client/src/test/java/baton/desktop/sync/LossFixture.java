package baton.desktop.sync;

import static baton.desktop.sync.Bench.PAIR;

import baton.model.ConversationId;
import baton.model.SpanSet;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.rules.LogDigest;
import java.util.List;

/// A device that held a whole log, and a relay whose store lost the end of it.
abstract class LossFixture {
    static final ConversationId GROUP = ConversationId.group("k3v9x1p5q7r2s8t4");

    final Bench bench = new Bench();
    final Log log = new Log(PAIR).grow(10);

    final void holdAll() {
        bench.meet(1);
        bench.feed(log.info(1), log.head()).receive(log.page(1, log.size()));
        bench.questions();
    }

    final void comeBack(long epoch) {
        bench.closed("store-changed", 0).meet(epoch);
        bench.forgetRevisions();
    }

    /// The relay's answer, as far as its log reaches.
    final void answerProbe(long epoch, long head) {
        ClientFrame.Probe probe = bench.take(ClientFrame.Probe.class).getLast();
        long to = Math.min(probe.to(), head);
        List<String> digests =
                to < probe.from()
                        ? List.of()
                        : log.events(probe.from(), to).stream()
                                .map(event -> LogDigest.hex(event.digest()))
                                .toList();
        bench.receive(new ServerFrame.Probed(PAIR, epoch, head, probe.from(), digests));
        readPlaces();
    }

    final void readPlaces() {
        for (StoreQuestion question : bench.questions()) {
            if (question instanceof StoreQuestion.Places(var conversation, var from, var to)) {
                List<Place> places = log.events(from, to).stream().map(Place::of).toList();
                bench.on(new SyncInput.PlacesRead(conversation, from, to, places));
            }
        }
    }

    final SpanSet held() {
        return bench.changes(StoreChange.SpansSet.class).getLast().spans();
    }
}
