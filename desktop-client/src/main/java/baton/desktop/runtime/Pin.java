package baton.desktop.runtime;

/// A registration that can be taken back. Closing it twice does nothing.
@FunctionalInterface
public interface Pin extends AutoCloseable {
    @Override
    void close();
}
