package baton.desktop.ui.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleFilterTest {
    @ParameterizedTest
    @CsvSource({
        "'', 张伟, true",
        "张, 张伟, true",
        "zw, 张伟, true",
        "ZW, 张伟, true",
        "zhangw, 张伟, true",
        "zhang wei, 张伟, true",
        "wei, 张伟, true",
        "w, 张伟, true",
        "hang, 张伟, false",
        "zx, 张伟, false",
        "fbjh, 发布计划 4.2, true",
        "jihua4, 发布计划 4.2, true",
        "team发, Team发布, true",
        "release, Release 4.2, true",
        "leas, Release 4.2, true",
        "rl, Release 4.2, false",
    })
    void titlesAreFoundByTheirLettersAndBySound(String typed, String title, boolean fits) {
        assertEquals(fits, TitleFilter.of(typed, Locale.ENGLISH).fits(title, ""));
    }

    @ParameterizedTest
    @CsvSource({"mi, true", "mia.chen, true", "chen, false"})
    void peopleAreFoundByTheirHandle(String typed, boolean fits) {
        assertEquals(fits, TitleFilter.of(typed, Locale.ENGLISH).fits("张伟", "mia.chen"));
    }
}
