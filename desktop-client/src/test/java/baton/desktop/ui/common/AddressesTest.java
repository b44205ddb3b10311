package baton.desktop.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://x.org/a_(b))|https://x.org/a_(b)",
                "(https://x.org/a)|https://x.org/a",
                "**https://x.org/**.|https://x.org/",
                "`https://x.org`|https://x.org",
                "https://x.org/a_b_c?d=*e*f|https://x.org/a_b_c?d=*e*f",
            })
    void marksAndBracketsAroundAnAddressAreNotPartOfIt(String text, String expected) {
        Addresses.Place place = Addresses.in(text).getFirst();
        assertEquals(expected, text.substring(place.start(), place.end()));
    }

    @Test
    void schemesThatRunSomethingAreNoAddresses() {
        for (String text : List.of("javascript:alert(1)", "file:///x", "data:text/html,x")) {
            assertEquals(List.of(), Addresses.in(text));
            assertFalse(Addresses.mayBeCalled(text, "here"));
        }
    }

    @Test
    void whatNamesAnotherHostIsNoNameForALink() {
        String target = "https://example.org/login";
        assertTrue(Addresses.mayBeCalled(target, "log in"));
        assertTrue(Addresses.mayBeCalled(target, "example.org"));
        assertTrue(Addresses.mayBeCalled(target, target));
        assertFalse(Addresses.mayBeCalled(target, "bank.example"));
        assertFalse(Addresses.mayBeCalled(target, "example.org.evil.com"));
        assertFalse(Addresses.mayBeCalled(target, "javascript://x"));
    }
}
