package baton.desktop.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.FxDriver;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Target;
import baton.rules.SendGate;
import java.util.Optional;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class EmojiTest {
    private static final ConversationId GROUP = ConversationId.group("release000000042");

    @Test
    void everyOfferedEmojiHasAnImageAndMayBeSent() {
        Target target = new Target(1, MessageId.of(1, 2, 3));
        for (String emoji : Emoji.COMMON) {
            assertTrue(Emoji.isKnown(emoji), emoji);
            assertEquals(
                    Optional.empty(),
                    SendGate.refusalOf(GROUP, new EventBody.Reacted(target, emoji, true)),
                    emoji);
        }
        assertTrue(Emoji.COMMON.containsAll(Emoji.QUICK));
    }

    @Test
    void signsOfTextAreNoImages() {
        for (String text : new String[] {"", "a", "1", "©", "™", "✔", "#", "字", "ab"}) {
            assertFalse(Emoji.isKnown(text), text);
        }
        assertTrue(Emoji.isKnown("1\uFE0F\u20E3"), "a keycap");
    }

    @Test
    void anImageIsDrawnWithInkInIt() {
        FxDriver.start();
        ImageView thumb =
                assertInstanceOf(ImageView.class, FxDriver.fx(() -> Emoji.draw("👍", 16)));
        var sheet = thumb.getImage().getPixelReader();
        var place = thumb.getViewport();
        long inked = 0;
        for (int x = 0; x < place.getWidth(); x++) {
            for (int y = 0; y < place.getHeight(); y++) {
                int pixel = sheet.getArgb((int) place.getMinX() + x, (int) place.getMinY() + y);
                inked += pixel >>> 24 > 128 ? 1 : 0;
            }
        }
        assertTrue(inked > 200, "a thumb has more than " + inked + " pixels");
        assertInstanceOf(Text.class, FxDriver.fx(() -> Emoji.draw("☃☃", 16)));
    }
}
