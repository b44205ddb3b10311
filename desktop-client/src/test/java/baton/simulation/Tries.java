package baton.simulation;

import baton.model.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What people gave settings on one device, as far as it may stand.
final class Tries {
    private final Map<String, List<Try>> all = new TreeMap<>();

    /// A value that a person gave a setting.
    ///
    /// @param isTold whether the person was told that it is stored
    record Try(int number, String value, boolean isTold) {
        /// The number of one whose device was signed out: it may have come too late, and then what
        /// stood before stands.
        static final int LOST = -1;

        Try lost() {
            return new Try(LOST, value, false);
        }
    }

    /// A person gives a setting a value, and may or may not be told that it is stored.
    Try begin(Register.Setting setting) {
        List<Try> before = all.computeIfAbsent(setting.key(), key -> new ArrayList<>());
        int number = before.isEmpty() ? 0 : before.getLast().number() + 1;
        Try last = new Try(number, setting.value(), false);
        before.add(last);
        return last;
    }

    /// The person was told: whatever was tried before is over.
    void told(Register.Setting setting, Try told) {
        List<Try> before = all.getOrDefault(setting.key(), new ArrayList<>());
        before.removeIf(each -> each.number() < told.number());
        before.replaceAll(
                each -> each.equals(told) ? new Try(told.number(), told.value(), true) : each);
    }

    /// By the setting's key, what it may say if nobody else touched it.
    Map<String, List<Try>> all() {
        return all;
    }
}
