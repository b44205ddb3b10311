package baton.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// What people do in a run besides writing, reading and typing, drawn from its seed. Few things at
/// a time: so they meet more often than if all of them happened in every run.
record Habits(List<Habit> all) {
    private static final int RUNS_PER_HABIT = 3;

    /// One thing that people may be given to.
    enum Habit {
        /// They edit, recall and react.
        CHANGING,
        /// They answer messages and name each other.
        NAMING,
        /// They switch the guard on and off.
        GUARDING,
        /// They take conversations upon themselves and give them up.
        CLAIMING,
        /// They pin, mute, archive and hide what they have read.
        SETTING,
        /// They leave groups, come back and rename them.
        MOVING,
        /// They rename their devices and sign them out.
        TENDING
    }

    Habits {
        all = List.copyOf(all);
    }

    static Habits draw(SplittableRandom random) {
        List<Habit> drawn = new ArrayList<>();
        for (Habit habit : Habit.values()) {
            if (random.nextInt(RUNS_PER_HABIT) == 0) {
                drawn.add(habit);
            }
        }
        return new Habits(drawn);
    }

    boolean has(Habit habit) {
        return all.contains(habit);
    }
}
