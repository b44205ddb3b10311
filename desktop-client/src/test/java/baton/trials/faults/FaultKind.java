package baton.trials.faults;

/// What the nemesis can do. Each counts only if it was seen to have happened.
enum FaultKind {
    RELAY_KILLED("relay killed", 8),
    RELAY_STOPPED("relay stopped for a while", 6),
    RELAY_RESTARTED("relay restarted", 5),
    RELAYS_ROLLED("all relays restarted one by one", 2),
    RELAYS_UPGRADED("relays of the version before upgraded one by one", 3),
    REDIS_KILLED("Redis killed", 7),
    REDIS_STOPPED("Redis stopped for a while", 5),
    REDIS_TAIL_CUT("Redis killed, end of its file lost", 4),
    REDIS_DISK_FULL("disk of Redis full", 3),
    REDIS_LINKS_CUT("links of relays to Redis cut", 4),
    REDIS_LINKS_SLOW("links of relays to Redis slow", 3),
    HOST_KILLED("devices killed", 9),
    HOST_STOPPED("devices stopped for a while", 6),
    LINKS_CUT("links of devices cut", 6),
    LINKS_RESET("links of devices reset", 5),
    LINKS_TORN("links of devices torn within a frame", 5),
    LINKS_SILENT("links of devices half open", 5),
    LINKS_SLOW("links of devices slow", 5),
    LINKS_NARROW("links of devices narrow", 5),
    STORM("all devices cut off again and again", 3),
    STUCK_DEVICE("device that never reads", 3),
    DISK_FULL("disk of devices full", 3),
    CLOCKS_OFF("clocks of devices off", 4);

    private final String label;
    private final int weight;

    FaultKind(String label, int weight) {
        this.label = label;
        this.weight = weight;
    }

    String label() {
        return label;
    }

    /// How often it is drawn, beside the others.
    int weight() {
        return weight;
    }
}
