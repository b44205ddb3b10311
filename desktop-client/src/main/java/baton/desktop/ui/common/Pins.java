package baton.desktop.ui.common;

import baton.desktop.runtime.Pin;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/// The registrations of one open view, taken back together, last one first. One thread.
public final class Pins implements Pin {
    private final Deque<Pin> pins = new ArrayDeque<>();

    public void add(Pin pin) {
        pins.push(pin);
    }

    /// Listens to a value until this is closed.
    public <T> void listen(ObservableValue<T> value, ChangeListener<? super T> listener) {
        value.addListener(listener);
        add(() -> value.removeListener(listener));
    }

    @Override
    public void close() {
        while (!pins.isEmpty()) {
            pins.pop().close();
        }
    }
}
