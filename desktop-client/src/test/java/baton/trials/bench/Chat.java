package baton.trials.bench;

import baton.model.ConversationId;
import baton.model.EventBody;
import baton.trials.wire.WireLoop;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// One conversation: the devices of its members, and those among them that talk. Belongs to the
/// thread of its loop.
final class Chat implements LightDevice.Hearer {
    private final List<LightDevice> devices = new ArrayList<>();
    private final List<Sayings> talkers = new ArrayList<>();
    private final Away away;
    private final int senders;
    private Optional<EventBody.Created> founding = Optional.empty();
    private boolean isOver;

    /// Connects all devices; the first one of each of the first members talks.
    ///
    /// @param relays taken in turn
    Chat(
            WireLoop loop,
            List<URI> relays,
            ConversationId conversation,
            List<People.Person> members,
            int senders,
            RandomGenerator random) {
        this.away = new Away(loop, random);
        this.senders = senders;
        int next = 0;
        for (People.Person member : members) {
            for (String token : member.tokens()) {
                URI relay = relays.get(next++ % relays.size());
                devices.add(new LightDevice(loop, relay, token, conversation, senders, this));
            }
        }
    }

    /// A conversation of two.
    static ConversationId direct(People.Person one, People.Person other) {
        return ConversationId.direct(one.account(), other.account());
    }

    /// What the first device says as soon as it is there; uses up its first number.
    void found(EventBody.Created group) {
        founding = Optional.of(group);
        devices.forEach(device -> device.count(0, 1));
    }

    List<LightDevice> devices() {
        return devices;
    }

    boolean isCurrent() {
        int least = founding.isPresent() ? 1 : 0;
        return devices.stream().allMatch(device -> device.isCurrent() && device.held() >= least);
    }

    /// Lets the senders begin, once all are current.
    ///
    /// @param devicesEach of every member
    void begin(int devicesEach, int chars, Sayings.Ears ears) {
        talkers.clear();
        for (int sender = 0; sender < senders; sender++) {
            LightDevice device = devices.get(sender * devicesEach);
            talkers.add(new Sayings(device, sender, devices.size() - 1, chars, ears));
        }
    }

    List<Sayings> talkers() {
        return talkers;
    }

    void tick(long now) {
        devices.forEach(device -> device.tick(now));
        talkers.forEach(talker -> talker.tick(now));
        away.tick(now);
    }

    /// Where everybody stands.
    @Override
    public String toString() {
        return devices + " " + talkers;
    }

    void leave() {
        isOver = true;
        devices.forEach(LightDevice::cut);
    }

    @Override
    public void stored(LightDevice device, int sender, long number) {
        if (sender < talkers.size() && talkers.get(sender).device() != device) {
            talkers.get(sender).stored(number);
        }
    }

    @Override
    public void acknowledged(LightDevice device, long clientSeq) {
        of(device).forEach(talker -> talker.acknowledged(clientSeq));
    }

    @Override
    public void refused(LightDevice device, long clientSeq) {
        of(device).forEach(Sayings::refused);
    }

    @Override
    public void opened(LightDevice device) {
        if (device == devices.getFirst() && talkers.isEmpty()) {
            founding.ifPresent(group -> device.send(1, group));
        }
        of(device).forEach(Sayings::sayAgain);
    }

    private List<Sayings> of(LightDevice device) {
        return talkers.stream().filter(talker -> talker.device() == device).toList();
    }

    @Override
    public void closed(LightDevice device, long restMillis) {
        if (!isOver) {
            away.add(device, restMillis);
        }
    }
}
