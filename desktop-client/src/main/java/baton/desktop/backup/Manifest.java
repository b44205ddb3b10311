package baton.desktop.backup;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Properties;

/// What a backup says of itself before it is opened further. Always of the same length, so that it
/// can be read, and the passphrase tried, without the rest.
///
/// @param account the handle of whose history it is
/// @param at when it was made
public record Manifest(String account, Instant at) {
    static final int BYTES = 512;

    byte[] bytes() throws IOException {
        Properties words = new Properties();
        words.setProperty("account", account);
        words.setProperty("at", at.toString());
        StringWriter text = new StringWriter();
        words.store(text, "Baton");
        byte[] said = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(said, BYTES);
        Arrays.fill(all, said.length, BYTES, (byte) '\n');
        return all;
    }

    /// @throws BackupException `backup-damaged`
    static Manifest of(byte[] bytes) throws IOException, BackupException {
        Properties words = new Properties();
        try {
            words.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
            return new Manifest(
                    words.getProperty("account", ""), Instant.parse(words.getProperty("at", "")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BackupException(BackupException.DAMAGED, e);
        }
    }
}
