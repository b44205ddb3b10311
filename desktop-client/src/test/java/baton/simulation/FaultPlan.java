package baton.simulation;

import java.util.SplittableRandom;

/// How bad a run is, drawn from its seed. Most runs are short: many different small runs cover more
/// than a few long ones.
record FaultPlan(Odds odds, Pace pace, Losses losses) {
    /// In one of so many runs the relay's store loses its tail now and then.
    private static final int RUNS_PER_LOSS = 6;

    /// Chances of what may go wrong at a single moment.
    ///
    /// @param crash of a device, at one call of its store or outlet
    /// @param nodeDeath of a relay node, at one call of its ports
    /// @param storeAway of the relay's store, at one call
    /// @param lostPush of one push
    /// @param halfOpen of an end of a connection that its other side does not notice
    record Odds(
            double crash, double nodeDeath, double storeAway, double lostPush, double halfOpen) {}

    /// Times in milliseconds, and sizes.
    ///
    /// @param cutEvery mean time between cuts of one device's connection
    /// @param killEvery mean time between deaths of a node
    /// @param slowest delay of a frame
    /// @param queueMax frames that may be on their way to a device
    /// @param actEvery mean time between two things that people do
    /// @param burstMax messages that one may send at once
    /// @param length of a stretch of faults
    /// @param lull calm before a second stretch of faults; 0 if there is none
    record Pace(
            long cutEvery,
            long killEvery,
            long slowest,
            int queueMax,
            long actEvery,
            int burstMax,
            long length,
            long lull) {}

    /// What the relay's store loses. Times are means in milliseconds; 0 stands for never.
    ///
    /// @param rememberEvery time between moments to which the store may go back
    /// @param loseEvery time between losses of its tail
    record Losses(long rememberEvery, long loseEvery) {
        static final Losses NONE = new Losses(0, 0);

        boolean hasLostTails() {
            return loseEvery > 0;
        }
    }

    /// @param loses whether the store loses its tail in any case, and several times
    static FaultPlan draw(SplittableRandom random, boolean loses) {
        boolean isLong = random.nextInt(24) == 0;
        Odds odds =
                new Odds(
                        upTo(random, isLong ? 0.01 : 0.04),
                        upTo(random, isLong ? 0.002 : 0.012),
                        random.nextBoolean() ? 0 : upTo(random, 0.05),
                        upTo(random, 0.5),
                        upTo(random, 0.5));
        Pace pace =
                new Pace(
                        isLong ? random.nextLong(2_000, 40_000) : random.nextLong(400, 8_000),
                        isLong ? random.nextLong(10_000, 90_000) : random.nextLong(800, 15_000),
                        random.nextInt(6) == 0 ? 3_000 : random.nextLong(5, 300),
                        random.nextInt(4) == 0 ? random.nextInt(4, 40) : 512,
                        random.nextLong(60, 600),
                        random.nextInt(10) == 0 ? 45 : random.nextInt(1, 6),
                        isLong ? random.nextLong(15_000, 60_000) : random.nextLong(500, 5_000),
                        random.nextInt(4) == 0 ? random.nextLong(2_000, 70_000) : 0);
        return new FaultPlan(odds, pace, losses(random, pace.length(), loses));
    }

    private static Losses losses(SplittableRandom random, long length, boolean loses) {
        return random.nextInt(RUNS_PER_LOSS) > 0 && !loses
                ? Losses.NONE
                : new Losses(
                        random.nextLong(length / 20, length / 3),
                        loses
                                ? random.nextLong(length / 6, length / 2)
                                : random.nextLong(length / 3, length * 2));
    }

    /// One run in three does without.
    private static double upTo(SplittableRandom random, double most) {
        return random.nextInt(3) == 0 ? 0 : random.nextDouble(most);
    }
}
