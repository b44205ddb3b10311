package baton.desktop.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.desktop.runtime.DeviceLink;
import baton.desktop.ui.FxDriver;
import baton.protocol.LinkCode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The picture as a camera reads it, on a dark ground.
class QrCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nas",
                "ws://localhost:7340",
                "wss://a.rather.long.name.of.a.relay.somewhere.in.a.company.example.org:18443"
            })
    void pictureSaysWhatItWasGiven(String relay) throws Exception {
        FxDriver.start();
        String link = new DeviceLink(relay, new LinkCode("H7KM3QXA")).uri().toString();
        WritableImage drawn =
                FxDriver.fx(() -> {
                    QrCode picture = new QrCode();
                    picture.show(link, "a link");
                    assertEquals("a link", picture.getAccessibleText());
                    SnapshotParameters dark = new SnapshotParameters();
                    dark.setFill(Color.BLACK);
                    return picture.snapshot(dark, new WritableImage(260, 260));
                });
        assertEquals(link, read(drawn));
    }

    private static String read(WritableImage image) throws Exception {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        RGBLuminanceSource light = new RGBLuminanceSource(width, height, pixels);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light))).getText();
    }
}
