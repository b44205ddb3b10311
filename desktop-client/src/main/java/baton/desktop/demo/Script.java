package baton.desktop.demo;

import java.util.List;
import java.util.stream.IntStream;

/// What people say in the demo. The opening is said at once, so that the windows are never empty;
/// the rest goes on at the pace of people, over and over, until somebody types.
final class Script {
    static final String OUTAGE = "Payments outage";
    static final String RELEASE = "Release 4.2";

    private static final int MUCH = 200;

    private Script() {}

    /// So much at once that a device which was away has to catch up for a moment.
    static List<String> much() {
        return IntStream.rangeClosed(1, MUCH)
                .mapToObj(number -> "Payment " + number + " of " + MUCH + " is through again.")
                .toList();
    }

    static List<Line> opening() {
        return List.of(
                new Line.Say(
                        "mia", OUTAGE, "Card payments time out since 17:55, refunds are fine."),
                new Line.Say("mia", OUTAGE, "Anyone near the gateway?"),
                new Line.Say("ana", OUTAGE, "On it. Rolling back the 17:55 deploy."),
                new Line.Say("ben", OUTAGE, "I see the queue draining on node 3."),
                new Line.Say(
                        "ana",
                        OUTAGE,
                        "Rollback is through on two of three nodes. The third one needs a restart,"
                                + " give it five minutes."),
                new Line.Say(
                        "mia",
                        RELEASE,
                        "The notes for 4.2 are ready, only the upgrade section" + " is missing."),
                new Line.Say("ana", RELEASE, "I take that one."),
                new Line.Say("ben", RELEASE, "Tag at four?"),
                new Line.Say("mia", "ana", "明天的评审改到十点，可以吗？"),
                new Line.Say("ana", "mia", "好的，明天见！"),
                new Line.Say("ben", "ana", "Lunch at one?"),
                new Line.Say("ana", "ben", "Make it half past, the outage call runs until one."),
                new Line.Say("ben", "ana", "Fine. I get us a table."),
                new Line.Say("ana", "ana", "Certificate of the gateway expires on 14 December"));
    }

    /// What is said while the laptop has no network.
    static List<Line> meanwhile() {
        return List.of(
                new Line.Say("laptop", OUTAGE, "I restart node 3 now."),
                new Line.Say("ben", OUTAGE, "Error rate is under 0.1 % again."),
                new Line.Say("mia", OUTAGE, "Support confirms: cards go through."),
                new Line.Read("desk", OUTAGE));
    }

    static List<Line> conversation() {
        return List.of(
                new Line.Say("ben", OUTAGE, "It is back, watching the graphs."),
                new Line.Say("ben", OUTAGE, "Error rate is under 0.1 % again."),
                new Line.Say("mia", OUTAGE, "Support confirms: cards go through."),
                new Line.React("ana", OUTAGE, "🎉"),
                new Line.React("ben", OUTAGE, "🎉"),
                new Line.Read("desk", OUTAGE),
                new Line.Answer("ana", OUTAGE, "Thank you all. I write the summary."),
                new Line.Reword("ana", OUTAGE, "Thank you all. I write the summary by four."),
                new Line.Say("mia", "ana", "评审的材料我发到群里了。"),
                new Line.Say("ben", "ana", "The table is booked, half past one."),
                new Line.Read("laptop", "ben"),
                new Line.Say("ana", "ben", "Perfect, see you there."),
                new Line.Read("ben", "ana"),
                new Line.Type("laptop", RELEASE, "Upgrade: stop the relay, start the new one, "),
                new Line.Say("mia", RELEASE, "Two reviewers said yes, one to go."),
                new Line.Say("ben", RELEASE, "I look at it after lunch."),
                new Line.Read("ben", RELEASE),
                new Line.Read("desk", "mia"),
                new Line.Say("ana", "mia", "收到，谢谢！"),
                new Line.Say("mia", OUTAGE, "Can we close the incident?"),
                new Line.Read("desk", OUTAGE),
                new Line.Say("ana", OUTAGE, "One hour of quiet graphs first, then yes."),
                new Line.Read("ben", OUTAGE),
                new Line.Say("ben", OUTAGE, "Agreed. I keep an eye on node 3."),
                new Line.Read("desk", RELEASE),
                new Line.Read("laptop", OUTAGE));
    }
}
