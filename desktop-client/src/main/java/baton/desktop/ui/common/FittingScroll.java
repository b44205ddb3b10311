package baton.desktop.ui.common;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;

/// Scrolls up and down, and only once its content is higher than a limit: below that it is as high
/// as its content. FX thread.
public final class FittingScroll extends ScrollPane {
    /// The skin keeps a pixel above and below.
    private static final double EDGES = 2;

    private double heightMax = Double.MAX_VALUE;

    public FittingScroll() {
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    /// The limit, in pixels; for FXML.
    public double getHeightMax() {
        return heightMax;
    }

    /// The limit, in pixels; for FXML.
    public void setHeightMax(double most) {
        heightMax = most;
        requestLayout();
    }

    /// Text wraps, so that the height follows from the width.
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        double room = width < 0 ? width : width - insets.getLeft() - insets.getRight() - EDGES;
        double content = getContent() == null ? 0 : getContent().prefHeight(room);
        return Math.min(heightMax, content + insets.getTop() + insets.getBottom() + EDGES);
    }
}
