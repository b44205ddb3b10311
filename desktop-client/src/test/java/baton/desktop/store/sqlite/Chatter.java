package baton.desktop.store.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/// Invented talk whose words are as unevenly common as those of people: the hundredth is said a
/// hundredth as often as the first. One text in five is Chinese, one in thirty has a link.
final class Chatter {
    private static final int WORDS = 20_000;
    private static final int CHINESE = 5_000;
    private static final String CONSONANTS = "bcdfghklmnprstvz";
    private static final String VOWELS = "aeiou";

    private final Random random;
    private final List<String> words = new ArrayList<>();
    private final List<String> chinese = new ArrayList<>();

    Chatter(Random random) {
        this.random = random;
        for (int i = 0; i < WORDS; i++) {
            words.add(invent());
        }
        for (int i = 0; i < CHINESE; i++) {
            chinese.add(character() + character());
        }
    }

    private String invent() {
        StringBuilder word = new StringBuilder();
        for (int syllables = 2 + random.nextInt(3); syllables > 0; syllables--) {
            word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                    .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return word.toString();
    }

    private String character() {
        return Character.toString(0x4e00 + random.nextInt(3_000));
    }

    /// The words by how often they are said.
    String word(int rank) {
        return words.get(rank);
    }

    String chinese(int rank) {
        return chinese.get(rank);
    }

    String say() {
        boolean isChinese = random.nextInt(5) == 0;
        StringJoiner text = new StringJoiner(isChinese ? "" : " ");
        int size = 2 + random.nextInt(isChinese ? 12 : 18);
        for (int i = 0; i < size; i++) {
            text.add(isChinese ? chinese.get(rank(CHINESE)) : words.get(rank(WORDS)));
        }
        return random.nextInt(30) == 0 ? text + " https://example.org/" + size : text.toString();
    }

    private int rank(int size) {
        return (int) Math.pow(size, random.nextDouble()) - 1;
    }
}
