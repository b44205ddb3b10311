package baton.desktop.ui.status;

import baton.desktop.runtime.Inspection;
import baton.desktop.runtime.SyncStatus;
import baton.model.DeviceId;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.StringJoiner;

/// An inspection as a text for a report: English whatever the window speaks, moments in UTC, and
/// the host of a relay left out unless it is this computer. What an [Inspection] holds names
/// nobody. Pure.
final class ConnectionReport {
    private ConnectionReport() {}

    static String of(
            RelayFacts relay,
            DeviceId device,
            Instant now,
            SyncStatus status,
            Inspection inspection) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        Inspection.Relay line = inspection.relay();
        Inspection.Queues queues = inspection.queues();
        lines.add("Baton connection at " + now);
        lines.add("relay " + place(relay) + (relay.secure() ? ", TLS" : ", no TLS"));
        lines.add("device " + device.value());
        lines.add("link " + status.link());
        lines.add("work " + status.work());
        lines.add("current as of " + status.currentAsOf());
        lines.add("protocol " + line.version() + ", epoch " + line.epoch());
        lines.add(
                "heard " + line.heardAt() + ", round trip " + line.roundTrip().toMillis() + " ms");
        lines.add("cursor " + inspection.feed().cursor() + " of " + inspection.feed().newest());
        lines.add("pending in " + status.pendingIn() + ", out " + status.pendingOut());
        lines.add(
                "credit %d, owed %d, questions %d, sending %d, inputs %d"
                        .formatted(
                                queues.credit(),
                                queues.owed(),
                                queues.questions(),
                                queues.sending(),
                                queues.inputs()));
        inspection.faults().forEach(fault -> lines.add("fault " + fault.at() + " " + fault.code()));
        inspection.frames().forEach(frame -> lines.add(line(frame)));
        return lines.toString();
    }

    private static String line(Inspection.Frame frame) {
        return String.format(
                Locale.ROOT,
                "%s %s %s %d",
                frame.at(),
                frame.outgoing() ? "out" : "in",
                frame.kind(),
                frame.chars());
    }

    private static String place(RelayFacts relay) {
        URI address = URI.create(relay.address());
        String host = relay.here() ? address.getHost() : "(host left out)";
        return address.getScheme() + "://" + host + ":" + address.getPort();
    }
}
