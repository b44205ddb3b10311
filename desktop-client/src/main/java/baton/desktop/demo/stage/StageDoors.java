package baton.desktop.demo.stage;

/// What somebody at the stage may do. Called on the FX thread, never blocks.
public interface StageDoors {
    /// Gives a device its network, or takes it away: what is on its way is lost with it.
    ///
    /// @param device as the script calls it
    void plug(String device, boolean in);

    /// Ends the relay as a power cut would, with `kill -9`.
    void killRelay();

    /// Starts the relay on the data that it left.
    void startRelay();

    /// Lets the people of the script talk, or be silent.
    void talk(boolean on);

    /// One of them says very much at once.
    void sayMuch();
}
