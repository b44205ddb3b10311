package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Named;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Times;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A month to choose a day of, by mouse or by arrows, Page Up, Page Down and Enter. The calendars
/// of JavaFX and AtlantaFX speak the system's language and know its clock only. FX thread.
final class DayCard extends VBox {
    private static final int WEEK = 7;
    private static final int WEEKS = 6;
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");

    private final Texts texts;
    private final Times times;
    private final LocalDate today;
    private final Consumer<LocalDate> chosen;
    private final Label month = new Label();
    private final Button later;
    private final GridPane grid = new GridPane(2, 2);
    private final List<Button> days = new ArrayList<>();
    private LocalDate first = LocalDate.MIN;
    private LocalDate current;

    /// @param day gets the focus
    /// @param note stands below the days
    DayCard(Texts texts, Times times, LocalDate day, String note, Consumer<LocalDate> chosen) {
        this.texts = texts;
        this.times = times;
        this.today = times.day(times.now());
        this.current = day;
        this.chosen = chosen;
        this.later = step("timeline.day.later", Feather.CHEVRON_RIGHT, 1);
        Button earlier = step("timeline.day.earlier", Feather.CHEVRON_LEFT, -1);
        month.getStyleClass().addAll("small", "strong");
        month.setMaxWidth(Double.MAX_VALUE);
        month.setAlignment(Pos.CENTER);
        HBox.setHgrow(month, Priority.ALWAYS);
        HBox head = new HBox(4, earlier, month, later);
        head.setAlignment(Pos.CENTER);
        Label below = new Label(note);
        below.getStyleClass().addAll("caption", "quiet", "digits");
        below.setMaxWidth(Double.MAX_VALUE);
        below.setAlignment(Pos.CENTER);
        getStyleClass().add("day-card");
        getStylesheets()
                .add(
                        Objects.requireNonNull(DayCard.class.getResource("days.css"))
                                .toExternalForm());
        getChildren().setAll(head, grid, below);
        makeDays();
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        show(day);
    }

    private Button step(String name, Feather icon, int months) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().setAll("button", "icon-button");
        Named.by(texts.get(name), button);
        button.setOnAction(event -> show(current.plusMonths(months)));
        return button;
    }

    private void makeDays() {
        DayOfWeek monday = WeekFields.of(texts.locale()).getFirstDayOfWeek();
        for (int column = 0; column < WEEK; column++) {
            DayOfWeek day = monday.plus(column);
            Label name = new Label(day.getDisplayName(TextStyle.SHORT_STANDALONE, texts.locale()));
            name.getStyleClass().addAll("caption", "faint", "week-day");
            grid.add(name, column, 0);
        }
        for (int i = 0; i < WEEK * WEEKS; i++) {
            Button day = new Button();
            day.getStyleClass().setAll("button", "small", "digits", "day");
            int index = i;
            day.setOnAction(event -> chosen.accept(first.plusDays(index)));
            days.add(day);
            grid.add(day, i % WEEK, 1 + i / WEEK);
        }
    }

    /// Shows the month of a day that is not in the future, and makes the day the one to choose.
    private void show(LocalDate day) {
        current = day.isAfter(today) ? today : day;
        YearMonth shown = YearMonth.from(current);
        DayOfWeek monday = WeekFields.of(texts.locale()).getFirstDayOfWeek();
        first = shown.atDay(1).with(TemporalAdjusters.previousOrSame(monday));
        month.setText(
                DateTimeFormatter.ofPattern(texts.get("time.month"), texts.locale()).format(shown));
        later.setDisable(!shown.isBefore(YearMonth.from(today)));
        for (int i = 0; i < days.size(); i++) {
            LocalDate date = first.plusDays(i);
            Button button = days.get(i);
            button.setText(Integer.toString(date.getDayOfMonth()));
            button.setAccessibleText(times.date(date));
            button.setVisible(YearMonth.from(date).equals(shown));
            button.setDisable(date.isAfter(today));
            // One stop for Tab; arrows go on from there.
            button.setFocusTraversable(date.equals(current));
            button.pseudoClassStateChanged(TODAY, date.equals(today));
        }
    }

    /// The button of the day to choose.
    Node current() {
        return days.get((int) ChronoUnit.DAYS.between(first, current));
    }

    private void onKey(KeyEvent event) {
        after(event.getCode())
                .filter(day -> days.contains(event.getTarget()))
                .ifPresent(day -> {
                    event.consume();
                    show(day);
                    current().requestFocus();
                });
    }

    private Optional<LocalDate> after(KeyCode key) {
        return switch (key) {
            case LEFT -> Optional.of(current.minusDays(1));
            case RIGHT -> Optional.of(current.plusDays(1));
            case UP -> Optional.of(current.minusWeeks(1));
            case DOWN -> Optional.of(current.plusWeeks(1));
            case PAGE_UP -> Optional.of(current.minusMonths(1));
            case PAGE_DOWN -> Optional.of(current.plusMonths(1));
            case HOME -> Optional.of(current.with(TemporalAdjusters.firstDayOfMonth()));
            case END -> Optional.of(current.with(TemporalAdjusters.lastDayOfMonth()));
            default -> Optional.empty();
        };
    }
}
