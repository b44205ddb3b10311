package baton.relay.feed;

import baton.model.ConversationId;
import baton.model.Limits;
import baton.protocol.FrameCodec;
import baton.protocol.ServerFrame;
import baton.protocol.StoredEvent;
import baton.relay.log.AppendOutcome;
import baton.relay.node.Push;
import java.util.ArrayList;
import java.util.List;

/// Turns events that were just appended to one conversation into pushes: consecutive ones share a
/// frame, at most as many as the smallest credit window takes at once.
record EventFrames(FrameCodec codec) {

    /// The events `from..to` in one push.
    record Run(long from, long to, Push push) {}

    List<Run> of(ConversationId conversation, List<AppendOutcome.Stored> appended) {
        List<Run> runs = new ArrayList<>();
        List<StoredEvent> run = new ArrayList<>();
        for (AppendOutcome.Stored stored : appended) {
            boolean continues =
                    !run.isEmpty()
                            && run.size() < Limits.CREDIT_MIN
                            && run.getLast().seq() + 1 == stored.event().seq();
            if (!run.isEmpty() && !continues) {
                runs.add(run(conversation, stored.epoch(), run));
                run.clear();
            }
            run.add(stored.event());
        }
        runs.add(run(conversation, appended.getLast().epoch(), run));
        return runs;
    }

    private Run run(ConversationId conversation, long epoch, List<StoredEvent> events) {
        long from = events.getFirst().seq();
        long to = events.getLast().seq();
        ServerFrame.Page page =
                new ServerFrame.Page(conversation, epoch, from, to, to, true, List.of());
        return new Run(from, to, new Push(0, events.size(), codec.encodePage(page, events)));
    }
}
