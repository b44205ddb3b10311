package baton.desktop.ui.common;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/// Moments as people read them: in the viewer's zone and in the order and clock of the viewer's
/// language. The zone is asked each time, because people travel with their machines. Any thread.
public final class Times {
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Texts texts;
    private final InstantSource clock;
    private final Supplier<ZoneId> zone;

    public Times(Texts texts, InstantSource clock, Supplier<ZoneId> zone) {
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
    }

    public Instant now() {
        return clock.instant();
    }

    /// A moment by the viewer's clock.
    public ZonedDateTime local(Instant at) {
        return at.atZone(zone.get());
    }

    /// When people begin the next day.
    public Instant tomorrowMorning() {
        ZonedDateTime local = local(now());
        return local.toLocalDate().plusDays(1).atTime(MORNING).atZone(local.getZone()).toInstant();
    }

    /// `10:33`
    public String clock(Instant at) {
        return localized(FormatStyle.SHORT).format(at.atZone(zone.get()));
    }

    /// `10:33:05`
    public String clockWithSeconds(Instant at) {
        return localized(FormatStyle.MEDIUM).format(at.atZone(zone.get()));
    }

    /// For a list: today `10:33`, in the last six days `Tue`, this year `3 Nov`, before `3 Nov
    /// 2025`.
    public String compact(Instant at) {
        LocalDate day = day(at);
        LocalDate today = day(now());
        long age = ChronoUnit.DAYS.between(day, today);
        if (age <= 0) {
            return clock(at);
        }
        if (age < 7) {
            return pattern("time.weekday").format(day);
        }
        return day.getYear() == today.getYear()
                ? pattern("time.day").format(day)
                : pattern("time.day-and-year").format(day);
    }

    /// For a header: `Today`, `Yesterday`, `Tuesday 3 November`, `3 November 2025`.
    public String dayHeader(LocalDate day) {
        LocalDate today = day(now());
        long age = ChronoUnit.DAYS.between(day, today);
        if (age == 0) {
            return texts.get("time.today");
        }
        if (age == 1) {
            return texts.get("time.yesterday");
        }
        return day.getYear() == today.getYear()
                ? pattern("time.header").format(day)
                : pattern("time.header-and-year").format(day);
    }

    /// A day in full, for texts that are read on another day: `Thursday, 26 November 2026`.
    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(texts.locale())
                .format(day);
    }

    /// Day, time to the second and zone, for tooltips.
    public String exact(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.MEDIUM)
                .withLocale(texts.locale())
                .format(at.atZone(zone.get()));
    }

    /// `today at 10:33`-like wording for sentences: the clock alone today, else day and clock.
    public String sentence(Instant at) {
        return day(at).equals(day(now())) ? clock(at) : compact(at) + " " + clock(at);
    }

    /// The viewer's day of a moment.
    public LocalDate day(Instant at) {
        return at.atZone(zone.get()).toLocalDate();
    }

    /// When a day of the viewer begins.
    public Instant beginning(LocalDate day) {
        return day.atStartOfDay(zone.get()).toInstant();
    }

    private DateTimeFormatter localized(FormatStyle style) {
        return DateTimeFormatter.ofLocalizedTime(style).withLocale(texts.locale());
    }

    private DateTimeFormatter pattern(String key) {
        return DateTimeFormatter.ofPattern(texts.get(key), texts.locale());
    }
}
