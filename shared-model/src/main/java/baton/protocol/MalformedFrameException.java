package baton.protocol;

/// A text that is no frame, entry or register of this protocol. Its message names the fault without
/// quoting the text, which may hold what people wrote.
public final class MalformedFrameException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedFrameException(String fault) {
        super(fault);
    }

    MalformedFrameException(Exception fault) {
        super(fault.getClass().getSimpleName());
    }
}
