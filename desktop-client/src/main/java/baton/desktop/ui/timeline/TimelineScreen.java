package baton.desktop.ui.timeline;

/// What the view model needs of the list on the screen. FX thread.
interface TimelineScreen {

    /// Runs a change of the rows so that what a person looks at stays where it is, to the pixel; at
    /// the bottom the bottom stays.
    void keepingPlace(Runnable change);

    /// Scrolls so that this row is at the top; [Integer#MAX_VALUE] for the very end.
    void land(int index);

    /// What is in sight stays there from now on, at the end too: a row is about to grow that
    /// somebody wants to read on from where they are.
    void stay();
}
