package baton.desktop.demo;

/// The demo cannot go on; the message is a sentence for whoever started it.
final class DemoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoException(String sentence) {
        super(sentence);
    }
}
