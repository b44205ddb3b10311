package baton.desktop.ui;

import baton.desktop.store.ConversationRow;
import baton.desktop.store.DeviceRow;
import baton.desktop.store.Tick;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/// A working morning on a [SampleDevice]: what the pictures show and the UI tests walk through.
public final class SampleLife {
    /// The moment of the pictures: a Saturday, half past ten, UTC.
    public static final Instant NOW = at(21, "10:33:05");

    public static final AccountId ANA = SampleDevice.ANA;
    public static final AccountId BEN = new AccountId("ben");
    public static final AccountId MIA = new AccountId("mia");
    public static final AccountId SAM = new AccountId("sam");
    public static final AccountId LI_WEI = new AccountId("liwei");

    public static final ConversationId OUTAGE = ConversationId.group("payments0000outage");
    public static final ConversationId RELEASE = ConversationId.group("release000000042");
    public static final ConversationId LOBBY = ConversationId.group("lobby00000000000");
    public static final ConversationId WITH_MIA = ConversationId.direct(ANA, MIA);
    public static final ConversationId WITH_BEN = ConversationId.direct(ANA, BEN);
    public static final ConversationId WITH_LI_WEI = ConversationId.direct(ANA, LI_WEI);
    public static final ConversationId NOTES = ConversationId.notes(ANA);

    /// What must break no line that shows it; each says `needle`.
    public static final List<String> HOSTILE =
            List.of(
                    "x".repeat(4_000) + "needle" + "y".repeat(4_000),
                    "\u202eneedle \u2066turned",
                    "Z" + "\u0301\u0489".repeat(500) + " needle " + "\u0320".repeat(500),
                    "长".repeat(2_000) + "needle" + "词".repeat(2_000),
                    "👩‍💻".repeat(300) + "needle" + "👩‍💻".repeat(300));

    private SampleLife() {}

    public static SampleDevice device() {
        SampleDevice device = new SampleDevice(NOW);
        device.name(BEN, "Ben Okafor");
        device.name(MIA, "Mia Chen");
        device.name(SAM, "Sam Rivera");
        device.name(LI_WEI, "李伟");
        outage(device);
        others(device);
        devices(device);
        return device;
    }

    private static void outage(SampleDevice device) {
        device.open(OUTAGE, "Payments outage", List.of(ANA, BEN, MIA, SAM));
        device.skip(OUTAGE, 128);
        device.arrive(OUTAGE, SAM, at(20, "17:58:00"), new EventBody.Invited(LI_WEI));
        device.say(
                OUTAGE,
                MIA,
                at(20, "18:07:00"),
                "Card payments time out since 18:02, refunds are fine.");
        Event asked = device.say(OUTAGE, MIA, at(20, "18:07:30"), "Anyone near the gateway?");
        Event reply =
                device.arrive(
                        OUTAGE,
                        ANA,
                        at(20, "18:09:00"),
                        new EventBody.Message(
                                "On it. Rolling back the 17:55 deploy.",
                                new Target(asked.seq(), asked.id()),
                                List.of()));
        long answered = reply.seq();
        Target target = new Target(reply.seq(), reply.id());
        for (AccountId each : List.of(MIA, BEN, ANA)) {
            device.arrive(
                    OUTAGE, each, at(20, "18:10:00"), new EventBody.Reacted(target, "👍", true));
        }
        device.arrive(OUTAGE, SAM, at(20, "18:11:00"), new EventBody.Reacted(target, "🙏", true));
        device.say(
                OUTAGE,
                LI_WEI,
                at(20, "18:16:00"),
                "回滚完成，网关恢复正常。详情见 https://status.example.org/4711");
        long read = device.say(OUTAGE, ANA, at(20, "18:17:00"), "谢谢！🎉").seq();
        device.readElsewhere(OUTAGE, read);
        device.receipts(OUTAGE, read, answered);
        outageToday(device);
    }

    private static void outageToday(SampleDevice device) {
        device.say(OUTAGE, BEN, at(21, "10:31:00"), "it is back, watching the graphs");
        Event rate =
                device.arrive(
                        OUTAGE,
                        BEN,
                        at(21, "10:31:40"),
                        new EventBody.Message(
                                "@ana error rate 0.2 %, queue empty.", Target.NONE, List.of(ANA)));
        device.arrive(
                OUTAGE,
                BEN,
                at(21, "10:31:50"),
                new EventBody.Edited(
                        new Target(rate.seq(), rate.id()),
                        "@ana error rate 0.02 %, queue empty. I keep the old pool warm until noon",
                        List.of(ANA)));
        device.say(OUTAGE, MIA, at(21, "10:32:00"), "thanks both, telling support now");
    }

    private static void others(SampleDevice device) {
        long asked = device.say(WITH_MIA, MIA, at(21, "10:18:00"), "明天几点？十点可以吗？").seq();
        long agreed = device.say(WITH_MIA, ANA, at(21, "10:21:00"), "好的，明天见！").seq();
        device.readElsewhere(WITH_MIA, asked);
        device.readElsewhere(WITH_MIA, agreed);
        device.receipts(WITH_MIA, agreed, agreed);

        device.open(RELEASE, "Release 4.2", List.of(ANA, BEN, SAM));
        long notes = device.say(RELEASE, SAM, at(21, "09:58:00"), "who writes the notes?").seq();
        device.readElsewhere(RELEASE, notes);
        device.draft(
                RELEASE,
                new ConversationRow.Draft(
                        "The notes are ready, only the upgrade section is missing.",
                        false,
                        "Laptop",
                        at(21, "10:02:00"),
                        ""));

        device.say(WITH_BEN, BEN, at(21, "09:40:00"), "lunch at one?");

        device.say(WITH_LI_WEI, LI_WEI, at(20, "16:12:00"), "发布说明我看过了，没有问题。");
        device.readElsewhere(WITH_LI_WEI, 1);

        device.say(NOTES, ANA, at(17, "12:00:00"), "certificate expires 14 Dec");
        device.readElsewhere(NOTES, 1);

        device.open(LOBBY, "Lobby", List.of(ANA, BEN, MIA, SAM, LI_WEI));
        device.skip(LOBBY, 37);
        device.say(LOBBY, SAM, at(16, "09:00:00"), "good morning everybody");
    }

    /// A message that was refused and one that still waits, below the rest of the outage.
    public static void trouble(SampleDevice device) {
        device.pending(
                OUTAGE, at(21, "10:32:40"), "Sent from the train", Tick.FAILED, "not-sent-in-time");
        device.pending(
                OUTAGE, at(21, "10:33:00"), "@Mia can you confirm refunds?", Tick.WAITING, "");
    }

    private static void devices(SampleDevice device) {
        device.device(row("desk1", "Desk-1", true, true, 0, NOW));
        device.device(row("laptop", "Laptop", false, true, 412, NOW));
        device.device(row("home", "Home", false, false, 1_204, at(17, "18:40:00")));
    }

    private static DeviceRow row(
            String id, String name, boolean here, boolean online, long pending, Instant at) {
        return new DeviceRow(
                new DeviceId(id), name, "Linux", here, online, pending, here ? 1 : 0, at, at);
    }

    /// A time of a day in November 2026, UTC.
    public static Instant at(int day, String time) {
        return LocalDate.of(2026, 11, day).atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }
}
