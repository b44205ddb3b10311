package baton.desktop.sync;

/// How a device portions out the history that it lacks.
///
/// @param recent newest events of each conversation that come before any older history, at least 1
/// @param piece events of the first question, at least [#PIECE_MIN]; later ones follow the pace of
///   the answers
public record Portions(int recent, int piece) {
    /// Events that are asked for at a time, at least.
    public static final int PIECE_MIN = 8;

    public static final Portions USUAL = new Portions(100, 100);

    public Portions {
        if (recent < 1 || piece < PIECE_MIN) {
            throw new IllegalArgumentException("recent " + recent + ", piece " + piece);
        }
    }
}
