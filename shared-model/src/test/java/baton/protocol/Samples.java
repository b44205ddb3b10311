package baton.protocol;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Guard;
import baton.model.Member;
import baton.model.MessageId;
import baton.model.Preview;
import baton.model.Register;
import baton.model.Revised;
import baton.model.Seal;
import baton.model.SettingNames;
import baton.model.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One value of every frame, under the name of its sample on disk.
final class Samples {
    private static final AccountId ANA = new AccountId("ana");
    private static final AccountId BEN = new AccountId("ben");
    private static final DeviceId DESK = new DeviceId("d7k2m9");
    private static final ConversationId DIRECT = ConversationId.direct(ANA, BEN);
    private static final ConversationId GROUP = ConversationId.group("k3v9x1p5q7r2s8t4");
    private static final Instant AT = Instant.parse("2026-11-21T10:33:05.123Z");
    private static final MessageId ID = MessageId.parse("019a9f3c-1f2b-7c4d-8e5f-a6b7c8d9e0f1");

    private static final Target TARGET = new Target(4, ID);

    private Samples() {}

    private static void sends(Map<String, ClientFrame> samples) {
        samples.put(
                "client-send",
                new ClientFrame.Send(
                        DIRECT, 5, ID, 12, 0, new EventBody.Message("it is back, 好的")));
        samples.put(
                "client-send-created",
                new ClientFrame.Send(
                        GROUP, 1, ID, 0, 0, new EventBody.Created("Release", List.of(ANA, BEN))));
        samples.put(
                "client-send-reply",
                new ClientFrame.Send(
                        DIRECT,
                        6,
                        ID,
                        13,
                        9,
                        new EventBody.Message("@ben yes", TARGET, List.of(BEN))));
        samples.put(
                "client-send-again",
                new ClientFrame.Send(
                        DIRECT, 7, ID, 14, 0, new EventBody.Message("it is back"), true));
    }

    static Map<String, ClientFrame> client() {
        Map<String, ClientFrame> samples = new TreeMap<>();
        sends(samples);
        samples.put("client-sync", new ClientFrame.Sync(41));
        samples.put("client-fetch", new ClientFrame.Fetch(DIRECT, 1, 500));
        samples.put(
                "client-mark",
                new ClientFrame.Mark(
                        List.of(new ClientFrame.ReadTo(DIRECT, 1, 12)),
                        List.of(new ClientFrame.StoredTo(GROUP, 30))));
        samples.put("client-draft", new ClientFrame.Draft(DIRECT, "Summary so far", 40, 0));
        samples.put("client-credit", new ClientFrame.Credit(16, 64));
        samples.put("client-beat", new ClientFrame.Beat(41, 1204, 2, false));
        samples.put(
                "client-set",
                new ClientFrame.Set(3, SettingNames.PINNED, DIRECT.value(), SettingNames.ON));
        samples.put("client-typing", new ClientFrame.Typing(DIRECT, true));
        samples.put("client-watch", new ClientFrame.Watch(List.of(BEN)));
        samples.put("client-probe", new ClientFrame.Probe(DIRECT, 2, 13));
        samples.put(
                "client-offer",
                new ClientFrame.Offer(DIRECT, event(4, new EventBody.Left()), false, List.of()));
        samples.put(
                "client-audit",
                new ClientFrame.Audit(
                        List.of(new ClientFrame.AuditRow(DIRECT, 1, 13, 77L, 1, 12, 1, 0, 0))));
        samples.put("client-draft-ticket", new ClientFrame.Draft(DIRECT, "Summary so far", 40, 2));
        samples.put(
                "client-audit-floor",
                new ClientFrame.Audit(
                        List.of(new ClientFrame.AuditRow(DIRECT, 1, 13, 77L, 1, 5, 3, 0, 9))));
        return samples;
    }

    static Map<String, ServerFrame> server() {
        Map<String, ServerFrame> samples = new TreeMap<>();
        samples.put("server-welcome", new ServerFrame.Welcome(ANA, DESK, "Ana Novak", AT, 1, 0));
        samples.put("server-feed", new ServerFrame.Feed(41, 48, 50, 2, registers()));
        samples.put("server-page", new ServerFrame.Page(GROUP, 1, 1, 5, 9, false, events()));
        samples.put("server-ack", new ServerFrame.Ack(DIRECT, 5, 1, 13, AT));
        samples.put("server-refused", new ServerFrame.Refused(DIRECT, 9, "out-of-turn", 6));
        samples.put("server-drafted", new ServerFrame.Drafted(DIRECT, true, 42, 0));
        samples.put("server-beat", new ServerFrame.Beat(50, AT));
        samples.put("server-fault", new ServerFrame.Fault("not-a-member", GROUP));
        samples.put("server-bye", new ServerFrame.Bye("relay-stopping", 2500));
        samples.put(
                "server-welcome-epoch",
                new ServerFrame.Welcome(ANA, DESK, "Ana Novak", AT, 2, 1_795_257_185));
        samples.put("server-drafted-ticket", new ServerFrame.Drafted(DIRECT, true, 42, 2));
        samples.put("server-feed-notable", new ServerFrame.Feed(48, 50, 50, 0, laterRegisters()));
        samples.put("server-feed-place", new ServerFrame.Feed(50, 52, 52, 0, placedSettings()));
        samples.put(
                "server-page-actions",
                new ServerFrame.Page(GROUP, 1, 6, 13, 13, true, laterEvents()));
        samples.put("server-done", new ServerFrame.Done(3, "", 51));
        samples.put("server-typing", new ServerFrame.Typing(DIRECT, BEN, true));
        samples.put(
                "server-presence",
                new ServerFrame.Presence(List.of(new ServerFrame.Present(BEN, false, AT))));
        samples.put(
                "server-probed",
                new ServerFrame.Probed(DIRECT, 1, 13, 13, List.of("000000000000004d")));
        samples.put("server-offered", new ServerFrame.Offered(DIRECT, ID, "", 14));
        samples.put("server-audited", new ServerFrame.Audited(List.of(DIRECT)));
        return samples;
    }

    private static List<Event> laterEvents() {
        return List.of(
                event(6, new EventBody.Message("@ana it is", TARGET, List.of(ANA))),
                event(7, new EventBody.Edited(TARGET, "it is back now", List.of())),
                event(8, new EventBody.Recalled(TARGET)),
                event(9, new EventBody.Reacted(TARGET, "\uD83D\uDC4D", true)),
                event(10, new EventBody.Guarded(true)),
                event(11, new EventBody.Claimed(false)),
                event(12, new EventBody.Released()),
                event(13, new EventBody.Gone("message", true)));
    }

    private static List<Revised> laterRegisters() {
        return List.of(
                new Revised(49, new Register.Notable(DIRECT, 1, 13, List.of(7L, 9L), List.of(12L))),
                new Revised(
                        50,
                        new Register.Setting(
                                SettingNames.PINNED, DIRECT.value(), SettingNames.ON)));
    }

    private static List<Revised> placedSettings() {
        Register.Setting pinned =
                new Register.Setting(SettingNames.PINNED, DIRECT.value(), SettingNames.ON);
        Register.Setting archived =
                new Register.Setting(SettingNames.ARCHIVED, DIRECT.value(), SettingNames.ON);
        return List.of(new Revised(51, pinned.at(2, 0)), new Revised(52, archived.at(1, 44)));
    }

    private static List<Event> events() {
        return List.of(
                event(1, new EventBody.Created("Release", List.of(ANA, BEN))),
                event(2, new EventBody.Invited(new AccountId("mia"))),
                event(3, new EventBody.Titled("Release 4.2")),
                event(4, new EventBody.Message("it is back")),
                event(5, new EventBody.Left()));
    }

    private static Event event(long seq, EventBody body) {
        long digest = 0x9f3a_0000_0000_0001L;
        Seal seal = new Seal(0x0123_4567_89ab_cdefL, seq < 6 ? 0 : 0x0fed_cba9_8765_4321L);
        return new Event(seq, seq, digest, BEN, DESK, 4, ID, AT, seal, body);
    }

    private static List<Revised> registers() {
        Preview preview = new Preview(BEN, "message", "it is back");
        List<Member> members = List.of(new Member(ANA, "Ana Novak"), new Member(BEN, "Ben"));
        return List.of(
                new Revised(42, new Register.Head(DIRECT, 1, 13, 12, 5, 77L, AT, preview)),
                new Revised(43, new Register.Read(DIRECT, 1, 12, 11, 5)),
                new Revised(44, new Register.Draft(DIRECT, "Summary", DESK, "Laptop", AT)),
                new Revised(45, new Register.Delivered(DIRECT, BEN, 12)),
                new Revised(46, new Register.ReadBy(DIRECT, BEN, 11)),
                new Revised(
                        47,
                        new Register.Info(
                                GROUP, 0, 3, "Release", members, 1, 0, 0, false, Guard.NONE)),
                new Revised(
                        48,
                        new Register.Device(
                                DESK, "Desk-1", "Linux", 7, 2, true, 1204, 1, AT, Instant.EPOCH)));
    }
}
