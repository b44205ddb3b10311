package baton.desktop.ui.status;

import baton.desktop.runtime.Inspection;
import baton.desktop.runtime.SyncStatus;
import baton.desktop.runtime.SyncStatus.Link;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Times;
import baton.desktop.ui.notices.Notice;
import baton.desktop.ui.status.ConnectionViewModel.Fact;
import baton.model.DeviceId;
import java.time.Instant;
import java.util.List;

/// An inspection in the words of the window. Pure.
record ConnectionWords(Texts texts, Times times) {

    List<Fact> facts(RelayFacts relay, DeviceId device, SyncStatus status, Inspection inspection) {
        Inspection.Relay line = inspection.relay();
        Inspection.Feed feed = inspection.feed();
        Inspection.Queues queues = inspection.queues();
        return List.of(
                fact("state", state(status.link())),
                fact("relay", relay.address()),
                fact("tls", texts.get(relay.secure() ? "connection.tls.on" : "connection.tls.off")),
                fact("device", device.value()),
                fact("version", line.version() == 0 ? unknown() : number(line.version())),
                fact("epoch", number(line.epoch())),
                fact("round-trip", roundTrip(line)),
                fact("heard", moment(line.heardAt())),
                fact("current", moment(status.currentAsOf())),
                fact("revision", texts.format("connection.of", feed.cursor(), feed.newest())),
                fact("pending-in", number(status.pendingIn())),
                fact(
                        "pending-out",
                        texts.format("connection.sending", status.pendingOut(), queues.sending())),
                fact("credit", texts.format("connection.window", queues.credit(), queues.owed())),
                fact("questions", number(queues.questions())),
                fact("inputs", number(queues.inputs())));
    }

    private Fact fact(String key, String value) {
        return new Fact(texts.get("connection." + key), value);
    }

    private String state(Link link) {
        return switch (link) {
            case Link.Online online ->
                    texts.format("connection.online", times.sentence(online.since()));
            case Link.Connecting connecting -> texts.get("status.connecting");
            case Link.Offline offline ->
                    texts.format("status.offline", times.sentence(offline.since()))
                            + " · "
                            + Notice.of(offline.code(), texts).title();
            case Link.Stopped stopped -> Notice.of(stopped.code(), texts).title();
        };
    }

    private String roundTrip(Inspection.Relay line) {
        return line.roundTrip().isZero()
                ? unknown()
                : texts.format("connection.millis", line.roundTrip().toMillis());
    }

    private String moment(Instant at) {
        return at.equals(Instant.EPOCH) ? unknown() : times.clockWithSeconds(at);
    }

    private String unknown() {
        return texts.get("connection.unknown");
    }

    private String number(long value) {
        return texts.format("connection.number", value);
    }

    /// Newest first.
    List<String> frames(Inspection inspection) {
        return inspection.frames().reversed().stream()
                .map(frame ->
                        texts.format(
                                frame.outgoing() ? "connection.out" : "connection.in",
                                times.clockWithSeconds(frame.at()),
                                frame.kind(),
                                frame.chars()))
                .toList();
    }

    /// Newest first.
    List<String> faults(Inspection inspection) {
        return inspection.faults().reversed().stream()
                .map(fault ->
                        texts.format(
                                "connection.fault",
                                times.clockWithSeconds(fault.at()),
                                fault.code(),
                                Notice.of(fault.code(), texts).title()))
                .toList();
    }
}
