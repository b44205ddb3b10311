package baton.desktop.ui.settings;

import baton.desktop.ui.common.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A section's icon and name; the icon alone where there is no room. FX thread.
final class SectionCell extends ListCell<SettingsSection> {
    private static final double GAP = 10;

    private final Texts texts;
    private final ObservableValue<Boolean> narrow;
    private final FontIcon icon = new FontIcon();
    private final Tooltip name = new Tooltip();

    SectionCell(Texts texts, ObservableValue<Boolean> narrow) {
        this.texts = texts;
        this.narrow = narrow;
        setGraphicTextGap(GAP);
        contentDisplayProperty()
                .bind(
                        narrow.map(icons ->
                                icons ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
        name.textProperty().bind(textProperty());
    }

    @Override
    protected void updateItem(@Nullable SettingsSection section, boolean empty) {
        super.updateItem(section, empty);
        if (empty || section == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
        } else {
            setText(texts.get(section.key()));
            icon.setIconCode(section.icon());
            setGraphic(icon);
            setTooltip(narrow.getValue() ? name : null);
        }
    }
}
