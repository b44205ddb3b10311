package baton.desktop.store.sqlite;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;

/// Texts that are hard to find, and the plainest way to find them.
final class Sayings {
    private static final List<String> WORDS =
            List.of(
                    "Café",
                    "cafe\u0301",
                    "CAFE",
                    "caf",
                    "Straße",
                    "STRASSE",
                    "it",
                    "is",
                    "Is",
                    "公园",
                    "公园里",
                    "在公园里散步",
                    "园",
                    "里",
                    "Иван",
                    "ИВАН",
                    "иван",
                    "Überraschung",
                    "uber",
                    "ｆｕｌｌ",
                    "full",
                    "ガラス",
                    "カラス",
                    "ガ",
                    "ｶﾞﾗｽ",
                    "👍🏽",
                    "👍",
                    "ﬁle",
                    "z\u200be\u202ero",
                    "zero",
                    "naïve",
                    "İstanbul",
                    "istanbul",
                    "a,b",
                    "\"quoted\"",
                    "50%",
                    "a_b",
                    "*",
                    "NEAR(a b)",
                    "한국어",
                    "한",
                    "payments",
                    "payment",
                    "https://a.example/x",
                    "http://",
                    "mailto:ben@example.org",
                    "://",
                    "tab\there",
                    "line\nbreak",
                    "\u0000nul",
                    "x",
                    "xx",
                    "xxx",
                    "\ud800",
                    "\\",
                    "ab公c园d");

    private Sayings() {}

    static String draw(RandomGenerator random) {
        StringJoiner text = new StringJoiner(random.nextInt(4) == 0 ? "" : " ");
        for (int i = random.nextInt(5); i >= 0; i--) {
            text.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return random.nextInt(50) == 0 ? text.toString().repeat(30) : text.toString();
    }

    /// A word, or a few letters out of a text.
    static String part(RandomGenerator random) {
        if (random.nextBoolean()) {
            return WORDS.get(random.nextInt(WORDS.size()));
        }
        int[] letters = draw(random).codePoints().toArray();
        int from = random.nextInt(letters.length);
        return new String(letters, from, Math.min(letters.length - from, 1 + random.nextInt(6)));
    }

    /// Whether a person would say that the text holds the term.
    static boolean holds(String text, String term) {
        return plain(text).contains(plain(term).strip());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[\\p{Cc}\\p{Z}]", " ")
                .replaceAll("\\p{Cf}|[\u0300-\u036f\ufe0f]", "")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\u0300-\u036f]", "")
                .replace('\ud800', '\ufffd');
    }
}
