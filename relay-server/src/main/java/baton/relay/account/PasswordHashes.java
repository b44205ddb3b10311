package baton.relay.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// Passwords as Argon2id hashes, each stored with its own salt and parameters so that these can be
/// raised later. Hashing is meant to be dear, which makes it a lever for whoever wants to keep the
/// relay busy: only [#AT_ONCE_MAX] run at a time, the others wait for a moment and are then turned
/// away. May be used by any thread; blocks.
public final class PasswordHashes {
    static final int AT_ONCE_MAX = 4;
    private static final long PATIENCE_SECONDS = 5;

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private final Argon2Function argon =
            Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, LANES, HASH_BYTES, Argon2.ID);
    private final Semaphore places = new Semaphore(AT_ONCE_MAX);
    private final RandomGenerator random;
    private final String nobodys;

    /// Takes as long as one hash.
    ///
    /// @param random that nobody can predict
    public PasswordHashes(RandomGenerator random) {
        this.random = random;
        this.nobodys = hashed(newSecret());
    }

    /// The hash of a new password; empty if too many are being computed.
    Optional<String> hash(String password) throws InterruptedException {
        if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(hashed(password));
        } finally {
            places.release();
        }
    }

    /// Whether a password belongs to a hash; empty if too many are being computed. For an account
    /// that does not exist it does the same work, so that the time of the answer betrays nothing.
    Optional<Boolean> check(String password, Optional<String> hash) throws InterruptedException {
        if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            return Optional.empty();
        }
        try {
            String stored = hash.orElse(nobodys);
            boolean matches = Argon2Function.getInstanceFromHash(stored).check(password, stored);
            return Optional.of(matches && hash.isPresent());
        } finally {
            places.release();
        }
    }

    private String hashed(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] text = password.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return argon.hash(text, salt).getResult();
    }

    private String newSecret() {
        byte[] secret = new byte[SALT_BYTES];
        random.nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }
}
