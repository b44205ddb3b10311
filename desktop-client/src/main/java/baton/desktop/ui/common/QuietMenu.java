package baton.desktop.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/// The choices of [Quiet] in a menu. FX thread.
public final class QuietMenu {
    private QuietMenu() {}

    /// One item for each span; what stands at this moment is marked.
    public static List<MenuItem> items(UiContext context) {
        Quiet quiet = context.machine().quiet();
        quiet.look(context.times());
        ToggleGroup one = new ToggleGroup();
        List<MenuItem> items = new ArrayList<>();
        for (Quiet.Span span : Quiet.Span.values()) {
            String key = "settings.quiet." + span.name().toLowerCase(Locale.ROOT);
            RadioMenuItem item = new RadioMenuItem(context.texts().get(key));
            item.setToggleGroup(one);
            item.setSelected(span == quiet.shownProperty().get());
            item.setOnAction(event -> quiet.begin(span, context.times()));
            items.add(item);
        }
        return items;
    }

    /// Until when, in a sentence; what it means if it is off.
    public static String sentence(UiContext context) {
        Texts texts = context.texts();
        Quiet quiet = context.machine().quiet();
        return quiet.until(context.times())
                .map(end -> texts.format("settings.quiet.until", context.times().sentence(end)))
                .orElseGet(() ->
                        texts.get(
                                quiet.isOn(context.times())
                                        ? "settings.quiet.endless"
                                        : "settings.quiet.meaning"));
    }
}
