package baton.relay.socket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.glassfish.grizzly.ReadHandler;
import org.glassfish.grizzly.http.io.NIOInputStream;

/// Waits for the body of one request, up to a limit. The library is asked once, for more than the
/// limit: whoever asks it again while it tells of a piece is told of no further one. Runs on a
/// selector; never blocks.
final class BodyReader implements ReadHandler {
    private final NIOInputStream input;
    private final Consumer<Optional<String>> whenComplete;
    private final Consumer<Throwable> whenLost;
    private final int bytesMax;
    private boolean isComplete;

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

    /// To be called once.
    void begin() {
        input.notifyAvailable(this, bytesMax + 1);
    }

    @Override
    public void onDataAvailable() throws IOException {
        complete();
    }

    @Override
    public void onAllDataRead() throws IOException {
        complete();
    }

    /// Of a body that is one byte too long the library tells in both ways.
    private void complete() throws IOException {
        if (isComplete) {
            return;
        }
        isComplete = true;
        byte[] body = input.readNBytes(input.readyData());
        whenComplete.accept(
                body.length > bytesMax
                        ? Optional.empty()
                        : Optional.of(new String(body, StandardCharsets.UTF_8)));
    }

    @Override
    public void onError(Throwable fault) {
        whenLost.accept(fault);
    }
}
