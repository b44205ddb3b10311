import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/// Makes the icons of all systems from one picture: `java Icons.java PICTURE FOLDER` writes `SIZE.png` for
/// each size, `baton.ico` for Windows and `baton.icns` for macOS. Both hold PNGs behind a table.
void main(String[] arguments) throws IOException {
    BufferedImage picture = ImageIO.read(Path.of(arguments[0]).toFile());
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    Map<Integer, byte[]> icons = new LinkedHashMap<>();
    for (int size : List.of(16, 24, 32, 48, 64, 128, 256)) {
        icons.put(size, png(scaled(picture, size)));
        Files.write(folder.resolve(size + ".png"), icons.get(size));
    }
    Files.write(folder.resolve("baton.ico"), ico(icons));
    Files.write(folder.resolve("baton.icns"), icns(icons));
}

/// In halves, since a scaling that looks at four neighbours leaves out what lies between them.
BufferedImage scaled(BufferedImage picture, int size) {
    BufferedImage from = picture;
    while (from.getWidth() / 2 >= size) {
        from = drawn(from, from.getWidth() / 2);
    }
    return from.getWidth() == size ? from : drawn(from, size);
}

BufferedImage drawn(BufferedImage from, int size) {
    BufferedImage to = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = to.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(from, 0, 0, size, size, null);
    pen.dispose();
    return to;
}

byte[] png(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
}

byte[] ico(Map<Integer, byte[]> icons) {
    int start = 6 + 16 * icons.size();
    int length = icons.values().stream().mapToInt(icon -> icon.length).sum();
    ByteBuffer out = ByteBuffer.allocate(start + length).order(ByteOrder.LITTLE_ENDIAN);
    out.putShort((short) 0).putShort((short) 1).putShort((short) icons.size());
    int place = start;
    for (var icon : icons.entrySet()) {
        byte side = (byte) (int) icon.getKey(); // 256 is written as 0
        out.put(side).put(side).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
        out.putInt(icon.getValue().length).putInt(place);
        place += icon.getValue().length;
    }
    icons.values().forEach(out::put);
    return out.array();
}

byte[] icns(Map<Integer, byte[]> icons) {
    Map<String, Integer> kinds = new LinkedHashMap<>();
    kinds.put("ic11", 32);
    kinds.put("ic12", 64);
    kinds.put("ic07", 128);
    kinds.put("ic08", 256);
    int length = 8 + kinds.values().stream().mapToInt(size -> 8 + icons.get(size).length).sum();
    ByteBuffer out = ByteBuffer.allocate(length);
    out.put("icns".getBytes()).putInt(length);
    kinds.forEach((kind, size) ->
            out.put(kind.getBytes()).putInt(8 + icons.get(size).length).put(icons.get(size)));
    return out.array();
}
