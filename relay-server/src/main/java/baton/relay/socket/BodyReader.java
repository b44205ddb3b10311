package baton.relay.socket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.glassfish.grizzly.ReadHandler;
import org.glassfish.grizzly.http.io.NIOInputStream;

/// Collects the body of one request as it comes in, up to a limit. Runs on a selector; never
/// blocks.
final class BodyReader implements ReadHandler {
    private final NIOInputStream input;
    private final int bytesMax;
    private final Consumer<Optional<String>> whenComplete;
    private final Consumer<Throwable> whenLost;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /// @param whenComplete gets the body as text; empty if it is longer than the limit
    /// @param whenLost gets the reason why there is no caller any more
    BodyReader(
            NIOInputStream input,
            int bytesMax,
            Consumer<Optional<String>> whenComplete,
            Consumer<Throwable> whenLost) {
        this.input = input;
        this.bytesMax = bytesMax;
        this.whenComplete = whenComplete;
        this.whenLost = whenLost;
    }

    @Override
    public void onDataAvailable() throws IOException {
        if (take()) {
            input.notifyAvailable(this);
        } else {
            whenComplete.accept(Optional.empty());
        }
    }

    @Override
    public void onAllDataRead() throws IOException {
        whenComplete.accept(
                take() ? Optional.of(body.toString(StandardCharsets.UTF_8)) : Optional.empty());
    }

    /// @return false if the body is too long
    private boolean take() throws IOException {
        int ready = input.readyData();
        if (body.size() + ready > bytesMax) {
            return false;
        }
        body.write(input.readNBytes(ready));
        return true;
    }

    @Override
    public void onError(Throwable fault) {
        whenLost.accept(fault);
    }
}
