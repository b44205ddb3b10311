package baton.trials.bench;

/// What a relay can be asked to do.
interface Workload {
    /// As `--workload` names it.
    String name();

    /// What a table of it is called.
    String title();

    /// Does it once, or once per size, and adds a row each.
    void run(Bench bench) throws Exception;
}
