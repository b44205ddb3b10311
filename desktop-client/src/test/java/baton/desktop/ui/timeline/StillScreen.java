package baton.desktop.ui.timeline;

/// A screen without a list, for view models alone.
final class StillScreen implements TimelineScreen {
    private int landed = -1;
    private int landings;

    /// Where it was last told to go; -1 for never.
    int landed() {
        return landed;
    }

    /// How often it was told to go somewhere.
    int landings() {
        return landings;
    }

    @Override
    public void keepingPlace(Runnable change) {
        change.run();
    }

    @Override
    public void land(int index) {
        landed = index;
        landings++;
    }

    @Override
    public void stay() {}
}
