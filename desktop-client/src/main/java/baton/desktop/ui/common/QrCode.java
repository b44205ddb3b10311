package baton.desktop.ui.common;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// A QR code, black on white in every look, because that is what cameras read. FX thread.
public final class QrCode extends Canvas {
    private static final int QUIET_MODULES = 4;
    private static final double SIDE_MAX = 220;

    public QrCode() {
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /// Draws a text of at most some hundred characters.
    public void show(String text, String spoken) {
        setAccessibleText(spoken);
        BitMatrix modules = modules(text);
        // Whole pixels, or else the edges are grey.
        double size = Math.max(1, Math.floor(SIDE_MAX / modules.getWidth()));
        setWidth(size * modules.getWidth());
        setHeight(size * modules.getHeight());
        GraphicsContext pen = getGraphicsContext2D();
        pen.setFill(Color.WHITE);
        pen.fillRect(0, 0, getWidth(), getHeight());
        pen.setFill(Color.BLACK);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    pen.fillRect(x * size, y * size, size, size);
                }
            }
        }
    }

    private static BitMatrix modules(String text) {
        Map<EncodeHintType, Object> hints =
                Map.of(
                        EncodeHintType.MARGIN,
                        QUIET_MODULES,
                        EncodeHintType.ERROR_CORRECTION,
                        ErrorCorrectionLevel.M);
        try {
            // Of no size: one pixel for each module.
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }
}
