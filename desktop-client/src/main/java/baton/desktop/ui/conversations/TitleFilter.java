package baton.desktop.ui.conversations;

import com.github.promeg.pinyinhelper.Pinyin;
import java.util.Locale;
import java.util.stream.IntStream;

/// Which conversations a person means by what is typed above the list: those with it in their
/// title, or at the beginning of the handle; a Chinese title also by the letters with which it is
/// typed, all of them (`zhangwei`) or the first of each character (`zw`), from any character on.
/// Pure.
record TitleFilter(String typed, Locale locale) {

    static TitleFilter of(String typed, Locale locale) {
        return new TitleFilter(typed.strip().toLowerCase(locale), locale);
    }

    /// @param handle of the other person in a direct conversation
    boolean fits(String title, String handle) {
        String words = title.toLowerCase(locale);
        return words.contains(typed)
                || handle.startsWith(typed)
                || (isLatin(typed) && fitsSound(words));
    }

    private static boolean isLatin(String text) {
        return text.chars().allMatch(letter -> letter < 0x80);
    }

    private boolean fitsSound(String words) {
        String letters = typed.replace(" ", "");
        return IntStream.range(0, words.length())
                .filter(i -> Pinyin.isChinese(words.charAt(i)))
                .mapToObj(words::substring)
                .anyMatch(rest ->
                        sound(rest, Integer.MAX_VALUE).startsWith(letters)
                                || sound(rest, 1).startsWith(letters));
    }

    /// @param most letters of each Chinese character
    private String sound(String words, int most) {
        StringBuilder sound = new StringBuilder();
        for (char letter : words.replace(" ", "").toCharArray()) {
            String whole =
                    Pinyin.isChinese(letter)
                            ? Pinyin.toPinyin(letter).toLowerCase(Locale.ROOT)
                            : String.valueOf(letter);
            sound.append(whole, 0, Math.min(most, whole.length()));
        }
        return sound.toString();
    }
}
