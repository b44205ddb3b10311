package baton.desktop.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first line of a backup, in plain text: what kind of file it is, of which version, and how
/// its key is made. The encryption covers it to the letter.
final class Header {
    private static final String MAGIC = "baton-backup ";
    private static final String VERSION = "1";
    private static final int BYTES_MAX = 200;
    private static final Pattern LINE =
            Pattern.compile("baton-backup 1 argon2id (\\d{1,7}) (\\d{1,3}) (\\d{1,2}) (\\S{24})\n");

    private final String line;
    private final byte[] salt;
    private final Passphrase.Cost cost;

    private Header(String line, byte[] salt, Passphrase.Cost cost) {
        this.line = line;
        this.salt = salt;
        this.cost = cost;
    }

    static Header of(byte[] salt, Passphrase.Cost cost) {
        String line =
                String.join(
                        " ",
                        MAGIC + VERSION,
                        "argon2id",
                        Integer.toString(cost.kibibytes()),
                        Integer.toString(cost.rounds()),
                        Integer.toString(cost.lanes()),
                        Base64.getEncoder().encodeToString(salt) + "\n");
        return new Header(line, salt.clone(), cost);
    }

    byte[] bytes() {
        return line.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// What encrypts the rest; making its key takes as long as the header says.
    Sealed seal(Passphrase passphrase) {
        return new Sealed(passphrase.key(salt, cost), bytes());
    }

    /// Reads the line and not a byte more.
    ///
    /// @throws BackupException `backup-not-one` or `backup-too-new`
    static Header read(InputStream in) throws IOException, BackupException {
        String line = line(in);
        if (!line.startsWith(MAGIC)) {
            throw new BackupException(BackupException.NOT_ONE);
        }
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            boolean isOurs = line.startsWith(MAGIC + VERSION + " ");
            throw new BackupException(isOurs ? BackupException.NOT_ONE : BackupException.TOO_NEW);
        }
        Passphrase.Cost cost =
                new Passphrase.Cost(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)));
        if (!cost.isBearable()) {
            throw new BackupException(BackupException.NOT_ONE);
        }
        try {
            return new Header(line, Base64.getDecoder().decode(parts.group(4)), cost);
        } catch (IllegalArgumentException e) {
            throw new BackupException(BackupException.NOT_ONE, e);
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n' && line.size() < BYTES_MAX) {
            line.write(next);
            next = in.read();
        }
        line.write('\n');
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
