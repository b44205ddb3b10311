package baton.desktop.ui.common;

import baton.model.SettingNames;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether this device is to leave a person alone, and until when. Any thread.
public final class Quiet {
    private final LocalSettings settings;
    private final Times times;

    public Quiet(LocalSettings settings, Times times) {
        this.settings = settings;
        this.times = times;
    }

    /// For how long.
    public enum Span {
        OFF,
        HOUR,
        TOMORROW,
        ALWAYS
    }

    public boolean isOn() {
        return settings.get(LocalSettings.QUIET).equals(SettingNames.ALWAYS) || until().isPresent();
    }

    /// When it ends by itself; empty if it is off or has no end.
    public Optional<Instant> until() {
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
    public Span span() {
        if (!isOn()) {
            return Span.OFF;
        }
        return until().map(end -> end.isAfter(inAnHour()) ? Span.TOMORROW : Span.HOUR)
                .orElse(Span.ALWAYS);
    }

    public void begin(Span span) {
        settings.set(
                LocalSettings.QUIET,
                switch (span) {
                    case OFF -> "";
                    case HOUR -> millis(inAnHour());
                    case TOMORROW -> millis(times.tomorrowMorning());
                    case ALWAYS -> SettingNames.ALWAYS;
                });
    }

    private Instant inAnHour() {
        return times.now().plus(Duration.ofHours(1));
    }

    private static String millis(Instant at) {
        return Long.toString(at.toEpochMilli());
    }
}
