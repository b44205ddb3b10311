package baton.desktop.ui.common;

import baton.model.SettingNames;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Whether this device is to leave a person alone, and until when. Begun and shown on the FX
/// thread, asked on any.
public final class Quiet {
    private final LocalSettings settings;
    private final ReadOnlyObjectWrapper<Span> shown = new ReadOnlyObjectWrapper<>(Span.OFF);

    public Quiet(LocalSettings settings) {
        this.settings = settings;
    }

    /// For how long.
    public enum Span {
        OFF,
        HOUR,
        TOMORROW,
        ALWAYS
    }

    public boolean isOn(Times times) {
        return settings.get(LocalSettings.QUIET).equals(SettingNames.ALWAYS)
                || until(times).isPresent();
    }

    /// When it ends by itself; empty if it is off or has no end.
    public Optional<Instant> until(Times times) {
        try {
            String kept = settings.get(LocalSettings.QUIET);
            return kept.isEmpty() || kept.equals(SettingNames.ALWAYS)
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochMilli(Long.parseLong(kept)))
                            .filter(times.now()::isBefore);
        } catch (NumberFormatException laterVersion) {
            return Optional.empty();
        }
    }

    /// What stands now; what is left of a night counts as an hour once it is no longer.
    public Span span(Times times) {
        if (!isOn(times)) {
            return Span.OFF;
        }
        return until(times)
                .map(end -> end.isAfter(inAnHour(times)) ? Span.TOMORROW : Span.HOUR)
                .orElse(Span.ALWAYS);
    }

    /// What stands, as far as [#look] has seen.
    public ReadOnlyObjectProperty<Span> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Time may have ended it.
    public void look(Times times) {
        shown.set(span(times));
    }

    public void begin(Span span, Times times) {
        settings.set(
                LocalSettings.QUIET,
                switch (span) {
                    case OFF -> "";
                    case HOUR -> millis(inAnHour(times));
                    case TOMORROW -> millis(times.tomorrowMorning());
                    case ALWAYS -> SettingNames.ALWAYS;
                });
        look(times);
    }

    private static Instant inAnHour(Times times) {
        return times.now().plus(Duration.ofHours(1));
    }

    private static String millis(Instant at) {
        return Long.toString(at.toEpochMilli());
    }
}
