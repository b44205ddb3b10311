package baton.rules;

/// How a text joins what is being written. Composer and engine must agree on it: one of them shows
/// what the other stores.
public final class DraftText {
    private DraftText() {}

    /// Into an empty composer as it is, else on a line of its own below what stands there.
    public static String below(String stands, String more) {
        return stands.isBlank() ? more : stands.stripTrailing() + "\n" + more;
    }
}
