package baton.desktop.store;

import baton.model.Member;
import java.util.List;

/// Who has a message, as far as this device was told.
///
/// @param people the other members of now, in the order of the group; nobody for a message of
///   somebody else, since only its author is told
/// @param devices those of the account, this one first
public record Reach(List<Person> people, List<Own> devices) {
    public static final Reach UNKNOWN = new Reach(List.of(), List.of());

    public Reach {
        people = List.copyOf(people);
        devices = List.copyOf(devices);
    }

    /// @param tick [Tick#SENT] also for somebody who tells nobody what reached them
    public record Person(Member member, Tick tick) {}

    /// @param has whether it is known to hold the message; one that has not reported since may
    public record Own(DeviceRow device, boolean has) {}
}
