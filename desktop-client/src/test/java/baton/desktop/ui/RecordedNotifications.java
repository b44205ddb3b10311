package baton.desktop.ui;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.Notifications;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A system that writes down what it is to show.
public final class RecordedNotifications implements Notifications {
    private final List<Notification> shown = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private boolean ready = true;

    public void ready(boolean now) {
        ready = now;
    }

    public List<Notification> shown() {
        return shown;
    }

    /// `TITLE | BODY` of each that was shown, and `withdrawn` for each that was taken back.
    public List<String> lines() {
        return lines;
    }

    /// A person chooses one.
    public void choose(String key) {
        listeners.forEach(listener -> listener.accept(key));
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public void show(Notification notification) {
        shown.add(notification);
        keys.add(notification.key());
        lines.add(notification.title() + " | " + notification.body());
    }

    @Override
    public void withdraw(String key) {
        if (keys.removeAll(List.of(key))) {
            lines.add("withdrawn");
        }
    }

    @Override
    public Pin onChosen(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
