package baton.desktop.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A version of the program: numbers, and perhaps a word that says it comes before them.
///
/// @param numbers most significant first
/// @param isEarly whether it comes before the version of these numbers: `1.2.0-rc1`
public record Version(List<Integer> numbers, boolean isEarly) implements Comparable<Version> {
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6}){0,3})(-[A-Za-z0-9.]{1,32})?");

    public Version {
        numbers = List.copyOf(numbers);
    }

    /// Empty if it is none, such as the version of what was started from class files.
    public static Optional<Version> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        List<Integer> numbers = new ArrayList<>();
        for (String number : form.group(1).split("\\.", -1)) {
            numbers.add(Integer.parseInt(number));
        }
        return Optional.of(new Version(numbers, form.group(2) != null));
    }

    public boolean isNewerThan(Version other) {
        return compareTo(other) > 0;
    }

    /// Numbers that are not there count as 0.
    @Override
    public int compareTo(Version other) {
        int length = Math.max(numbers.size(), other.numbers.size());
        for (int i = 0; i < length; i++) {
            int difference = Integer.compare(number(i), other.number(i));
            if (difference != 0) {
                return difference;
            }
        }
        return Boolean.compare(other.isEarly, isEarly);
    }

    private int number(int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }
}
