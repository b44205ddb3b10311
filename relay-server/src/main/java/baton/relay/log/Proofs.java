package baton.relay.log;

import baton.model.ConversationId;
import baton.model.Event;
import baton.rules.LogDigest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How a relay knows an event again that it accepted once: a keyed hash (the first 64 bits of an
/// HMAC-SHA256) over the conversation and the entry hash, which covers author, device, clientSeq,
/// id, time, kind and the hash of the body. Immutable; may be used by any thread.
public final class Proofs {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /// @param secret of the relay, the same for all its nodes; not empty
    public Proofs(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /// The proof of an event; never 0, which stands for none.
    public long of(ConversationId conversation, Event event) {
        String text = conversation + "|" + LogDigest.hex(LogDigest.entryHash(event));
        byte[] mac = mac().doFinal(text.getBytes(StandardCharsets.UTF_8));
        long proof = ByteBuffer.wrap(mac).getLong();
        return proof == 0 ? 1 : proof;
    }

    /// Whether this relay accepted exactly this event in this conversation. Of a body that is gone
    /// nobody can say whether it was the one.
    public boolean vouchFor(ConversationId conversation, Event event) {
        return LogDigest.bodyAgrees(event) && of(conversation, event) == event.seal().proof();
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
