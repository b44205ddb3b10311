package baton.desktop.ui.composer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private final List<String> refused = new ArrayList<>();
    private final Intake intake = new Intake(() -> 1_000, refused::add);

    @Test
    void textComesInAsLongAsItCanBeWorkedWith() {
        String most = "x".repeat(Intake.CHARS_MAX - 1_000);
        assertEquals(Optional.of(most), intake.textOf(false, most));
        assertEquals(List.of(), refused);
        assertEquals(Optional.empty(), intake.textOf(false, most + "x"));
        assertEquals(List.of("paste-too-long"), refused);
    }

    @Test
    void filesAreRefusedWithASentenceAndTheirTextStaysOut() {
        assertEquals(Optional.empty(), intake.textOf(true, "what the file says"));
        assertEquals(List.of("no-attachments"), refused);
    }

    @Test
    void nothingIsNothingToComplainAbout() {
        assertEquals(Optional.empty(), intake.textOf(false, ""));
        assertEquals(List.of(), refused);
    }
}
