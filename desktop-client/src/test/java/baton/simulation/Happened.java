package baton.simulation;

import java.util.EnumMap;
import java.util.Map;

/// How often each thing really happened, not how often it was meant to.
final class Happened {
    private final Map<What, Long> times = new EnumMap<>(What.class);

    /// What is counted.
    enum What {
        MESSAGES("messages sent"),
        READS("read marks set"),
        DRAFTS("drafts typed"),
        EDITS("edits"),
        RECALLS("recalls"),
        REACTIONS("reactions set or taken back"),
        REPLIES("replies"),
        MENTIONS("messages and edits that name somebody"),
        GUARDS("guards switched"),
        CLAIMS("claims taken or given up"),
        SETTINGS("settings made"),
        MOVES("people who left a group or were invited"),
        NAMES("of these names of people"),
        RENAMES("devices renamed"),
        SIGN_OUTS("devices signed out"),
        PAUSES("times that a device was told to leave old history where it is"),
        REFUSALS("refusals that people dealt with"),
        CRASHES("crashes of a device"),
        CRASHES_AFTER_COMMIT("of these between commit and effects"),
        CUTS("connections cut"),
        HALF_OPEN("ends that one side did not notice"),
        LATE_FRAMES("frames that arrived after their sender had died or left"),
        LOST_PUSHES("pushes lost"),
        KILLS("relay nodes killed"),
        KILLS_UNANNOUNCED("of these with something unannounced"),
        LOST_TAILS("times that the relay's store lost its tail"),
        LOST_EVENTS("events that logs lost by it"),
        LOST_GROUPS("groups that nobody could bring back"),
        SET_ASIDE("events that devices set aside"),
        OFFERS("events offered again"),
        RESTORED("of these taken into a log again"),
        TRIMS("times that a trimmer removed something"),
        TRIMMED("events removed by it"),
        TRIMMED_UNSEEN("times that a device did not hold one of these"),
        TRIMS_BETWEEN("steps of a trimmer between two calls of another node"),
        TRIM_DEATHS("nodes that died before they told of what they removed"),
        GONE_ASKED("questions for events that were removed"),
        GONE_TARGETS("refusals of what was about a message that was removed"),
        STORE_AWAY("calls for which the relay's store was away"),
        QUEUE_FULL("frames that found the queue of a socket full"),
        STALLS("sockets that took nothing for a while"),
        ASLEEP("of these of devices that did nothing at all"),
        LIARS("of these of devices that gave credit back all the same"),
        BEHIND("pushes for which a socket had no room"),
        NOT_READING("answers for which a socket had no room"),
        CUT_OFF("connections that the relay cut off as stuck"),
        LATECOMERS("devices that came later"),
        REPLACED("sessions replaced by a newer one of the device"),
        SKEWED("device clocks off by more than a year"),
        LULLS("calm stretches followed by more faults"),
        IN_JSON("runs whose frames passed through JSON");

        private final String words;

        What(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    void count(What what) {
        times.merge(what, 1L, Long::sum);
    }

    void count(What what, long number) {
        times.merge(what, number, Long::sum);
    }

    void add(Happened other) {
        other.times.forEach((what, number) -> times.merge(what, number, Long::sum));
    }

    long times(What what) {
        return times.getOrDefault(what, 0L);
    }
}
