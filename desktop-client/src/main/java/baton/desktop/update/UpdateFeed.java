package baton.desktop.update;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What announces the newest version, as `installers/common/feed` writes it: a line with an Ed25519
/// signature over everything behind that line, then
///
/// ```
/// version 1.2.3
/// package deb-amd64 SHA-256-IN-HEX https://example.org/baton_1.2.3_amd64.deb
///
/// What is new, until the end.
/// ```
///
/// @param packages by kind: how it is packed, and for which processor
public record UpdateFeed(
        Version version, String name, String notes, Map<String, Package> packages) {
    private static final Pattern SIGNATURE = Pattern.compile("signature ([A-Za-z0-9+/=]{1,200})");
    private static final Pattern NAMED = Pattern.compile("version (\\S{1,60})");
    private static final Pattern PACKAGE =
            Pattern.compile("package ([a-z0-9-]{1,40}) ([0-9a-f]{64}) (https?://\\S{1,2000})");

    /// @param sum SHA-256, in hex
    public record Package(String sum, URI address) {}

    public UpdateFeed {
        packages = Map.copyOf(packages);
    }

    /// @param key X.509, Base64
    /// @throws IllegalArgumentException if it is none: a fault of the build
    public static PublicKey key(String key) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no public key of Ed25519: " + key, e);
        }
    }

    /// Reads what is signed, and nothing else of it if the signature is not right.
    ///
    /// @throws UpdateException `update-not-trusted`
    public static UpdateFeed read(byte[] text, PublicKey key) throws UpdateException {
        int end = endOfFirstLine(text);
        byte[] signed = Arrays.copyOfRange(text, end + 1, text.length);
        Matcher signature =
                SIGNATURE.matcher(new String(text, 0, end, StandardCharsets.US_ASCII).strip());
        if (!signature.matches() || !isSigned(signed, signature.group(1), key)) {
            throw new UpdateException(UpdateException.NOT_TRUSTED, "the signature is not right");
        }
        return parse(new String(signed, StandardCharsets.UTF_8));
    }

    private static int endOfFirstLine(byte[] text) throws UpdateException {
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                return i;
            }
        }
        throw new UpdateException(UpdateException.NOT_TRUSTED, "there is no signature");
    }

    private static boolean isSigned(byte[] text, String signature, PublicKey key) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(text);
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Malformed ones throw, wrong ones do not: to the caller both are no signature.
            return false;
        }
    }

    private static UpdateFeed parse(String text) throws UpdateException {
        String[] parts = text.replace("\r\n", "\n").split("\n\n", 2);
        String version = "";
        Map<String, Package> packages = new HashMap<>();
        for (String line : parts[0].split("\n", -1)) {
            Matcher named = NAMED.matcher(line);
            Matcher found = PACKAGE.matcher(line);
            if (named.matches()) {
                version = named.group(1);
            } else if (found.matches()) {
                packages.put(
                        found.group(1), new Package(found.group(2), URI.create(found.group(3))));
            }
            // Lines of other kinds are for newer programs.
        }
        String name = version;
        return new UpdateFeed(
                Version.parse(name)
                        .orElseThrow(() ->
                                new UpdateException(
                                        UpdateException.NOT_TRUSTED, "no version: " + name)),
                name,
                parts.length > 1 ? parts[1].strip() : "",
                packages);
    }
}
