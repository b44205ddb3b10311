package baton.relay.account;

import java.time.Instant;

/// What is kept about a person.
///
/// @param passwordHash with all that is needed to check it, see [PasswordHashes]
public record Profile(String name, String passwordHash, Instant since) {
    /// Prints no hash.
    @Override
    public String toString() {
        return "Profile[" + name + "]";
    }
}
