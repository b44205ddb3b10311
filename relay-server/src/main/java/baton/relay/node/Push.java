package baton.relay.node;

/// An encoded frame that nobody asked for: a hint, may be lost at any point.
///
/// @param revision of the account's feed that the frame reaches; 0 if it carries no registers
/// @param events how many events it carries, each of which uses up one unit of credit
/// @param frame encoded once for all devices that get it
public record Push(long revision, int events, String frame) {

    /// A push about the moment: nobody asks for it again when it is lost.
    public static Push moment(String frame) {
        return new Push(0, 0, frame);
    }

    /// Whether it carries neither registers nor events.
    public boolean isMoment() {
        return revision == 0 && events == 0;
    }

    /// Prints no frame: bodies must never reach a log.
    @Override
    public String toString() {
        return "Push[" + revision + ", " + events + " events, " + frame.length() + " chars]";
    }
}
