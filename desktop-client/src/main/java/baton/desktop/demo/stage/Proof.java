package baton.desktop.demo.stage;

/// What came out when every device's own store was compared with what was said.
///
/// @param said messages of the script, counted when they were said
/// @param devices that were compared
/// @param lost messages that a device does not show, summed over the devices: lost only if
///   [Verdict#BROKEN], still to arrive before
/// @param twice messages that a device shows twice, likewise summed
/// @param disordered conversations that a device shows in another order than they were said in
public record Proof(
        Verdict verdict, long said, int devices, long lost, long twice, long disordered) {
    /// What the comparison means.
    public enum Verdict {
        /// Every device shows the same, and exactly what was said.
        AGREED,
        /// Something has not arrived everywhere, and may still: somebody is cut off or behind.
        UNDER_WAY,
        /// Nobody is cut off, nothing is behind, and still they differ.
        BROKEN
    }

    /// Before anything was compared.
    public static final Proof NONE = new Proof(Verdict.UNDER_WAY, 0, 0, 0, 0, 0);
}
