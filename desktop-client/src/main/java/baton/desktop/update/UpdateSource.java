package baton.desktop.update;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalLong;

/// Where newer versions come from. Believes what the key signed, wherever it came from. Blocks; any
/// thread.
///
/// @param feed address of the announcement
/// @param key of whoever makes the packages
public record UpdateSource(URI feed, PublicKey key, ProxySelector proxies) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int FEED_MAX = 1 << 18;
    private static final int OK = 200;
    private static final int PIECE = 1 << 16;

    /// Told of how much has come.
    @FunctionalInterface
    public interface Progress {
        /// @return whether it is to go on
        boolean passed(long done, long total);
    }

    /// @throws UpdateException `update-unreachable` or `update-not-trusted`
    public UpdateFeed look() throws UpdateException {
        try (HttpClient client = client();
                InputStream in = body(client, feed).body()) {
            byte[] text = in.readNBytes(FEED_MAX + 1);
            if (text.length > FEED_MAX) {
                throw new UpdateException(UpdateException.NOT_TRUSTED, "more than a feed may be");
            }
            return UpdateFeed.read(text, key);
        } catch (IOException e) {
            throw new UpdateException(UpdateException.UNREACHABLE, "the feed broke off", e);
        }
    }

    /// Brings a package into a folder. What is there under its own name afterwards is whole and is
    /// what was signed; until then it has another name.
    ///
    /// @throws UpdateException any of its codes; nothing is left then
    public Path fetch(UpdateFeed.Package wanted, Path folder, Progress progress)
            throws UpdateException {
        String name = name(wanted.address());
        Path part = folder.resolve(name + ".part");
        try {
            Files.createDirectories(folder);
            String sum = copy(wanted.address(), part, progress);
            if (!sum.equals(wanted.sum())) {
                throw new UpdateException(
                        UpdateException.NOT_TRUSTED, "sum " + sum + ", not " + wanted.sum());
            }
            return Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UpdateException(UpdateException.NOT_KEPT, "cannot be kept in " + folder, e);
        } finally {
            remove(part);
        }
    }

    private static void remove(Path part) throws UpdateException {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UpdateException(UpdateException.NOT_KEPT, "a part stays: " + part, e);
        }
    }

    private String copy(URI address, Path part, Progress progress)
            throws IOException, UpdateException {
        MessageDigest digest = sha256();
        try (HttpClient client = client()) {
            HttpResponse<InputStream> answer = body(client, address);
            OptionalLong length = answer.headers().firstValueAsLong("Content-Length");
            try (InputStream in = answer.body();
                    OutputStream out = Files.newOutputStream(part)) {
                byte[] piece = new byte[PIECE];
                long done = 0;
                for (int read = read(in, piece); read >= 0; read = read(in, piece)) {
                    out.write(piece, 0, read);
                    digest.update(piece, 0, read);
                    done += read;
                    if (!progress.passed(done, length.orElse(0))) {
                        throw new UpdateException(UpdateException.UNREACHABLE, "broken off");
                    }
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// So that a line that breaks is not taken for a disk that does.
    private static int read(InputStream in, byte[] piece) throws UpdateException {
        try {
            return in.read(piece);
        } catch (IOException e) {
            throw new UpdateException(UpdateException.UNREACHABLE, "the package broke off", e);
        }
    }

    private HttpClient client() {
        return HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .proxy(proxies)
                .build();
    }

    private static HttpResponse<InputStream> body(HttpClient client, URI address)
            throws UpdateException {
        HttpRequest get = HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
        try {
            HttpResponse<InputStream> answer = client.send(get, BodyHandlers.ofInputStream());
            if (answer.statusCode() != OK) {
                answer.body().close();
                throw new UpdateException(
                        UpdateException.UNREACHABLE, address + " answers " + answer.statusCode());
            }
            return answer;
        } catch (IOException e) {
            throw new UpdateException(UpdateException.UNREACHABLE, address + " is away", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UpdateException(UpdateException.UNREACHABLE, "interrupted", e);
        }
    }

    /// The last part of an address, with nothing in it that a file's name must not have.
    private static String name(URI address) {
        String path = address.getPath();
        String last = path.substring(path.lastIndexOf('/') + 1);
        String plain = last.replaceAll("[^A-Za-z0-9._+-]", "_").toLowerCase(Locale.ROOT);
        return plain.isEmpty() || plain.startsWith(".") ? "baton" + plain : plain;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
