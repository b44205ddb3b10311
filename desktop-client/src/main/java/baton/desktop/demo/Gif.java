package baton.desktop.demo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/// Pictures of the same size one after the other, over and over, in one file. Of each but the first
/// only what has changed is written.
final class Gif {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final int CENTI = 10;

    private Gif() {}

    /// @param lasting how long it stays
    record Frame(BufferedImage picture, Duration lasting) {}

    static void write(List<Frame> frames, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(output);
            writer.prepareWriteSequence(null);
            int[] before = new int[0];
            for (Frame frame : frames) {
                int[] now = Pictures.pixels(frame.picture());
                writer.writeToSequence(image(writer, changed(now, before), frame), null);
                before = now;
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    /// What is as it was is clear.
    private static int[] changed(int[] now, int[] before) {
        int[] changed = Arrays.copyOf(now, now.length);
        for (int i = 0; i < before.length; i++) {
            changed[i] = now[i] == before[i] ? 0 : now[i];
        }
        return changed;
    }

    private static IIOImage image(ImageWriter writer, int[] pixels, Frame frame)
            throws IOException {
        BufferedImage drawn =
                Palette.of(pixels)
                        .draw(pixels, frame.picture().getWidth(), frame.picture().getHeight());
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(
                        ImageTypeSpecifier.createFromRenderedImage(drawn),
                        writer.getDefaultWriteParam());
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        control(root, frame.lasting());
        root.appendChild(forever());
        metadata.setFromTree(FORMAT, root);
        return new IIOImage(drawn, null, metadata);
    }

    private static void control(IIOMetadataNode root, Duration lasting) {
        IIOMetadataNode control =
                (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "TRUE");
        control.setAttribute("transparentColorIndex", Integer.toString(Palette.CLEAR));
        control.setAttribute("delayTime", Long.toString(lasting.toMillis() / CENTI));
    }

    /// As the first browser that could do so wanted to be told.
    private static IIOMetadataNode forever() {
        IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
        extension.setAttribute("applicationID", "NETSCAPE");
        extension.setAttribute("authenticationCode", "2.0");
        extension.setUserObject(new byte[] {1, 0, 0});
        IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
        extensions.appendChild(extension);
        return extensions;
    }
}
