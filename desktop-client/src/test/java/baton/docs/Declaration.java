package baton.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// One declared name.
///
/// @param enclosing the types around it, outermost first
/// @param type of a field, parameter or local, as written; empty otherwise
/// @param annotations by simple name
record Declaration(
        Path file,
        String inPackage,
        List<String> enclosing,
        String word,
        Kind kind,
        String type,
        Set<String> annotations) {
    private static final Set<String> TESTS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "ArchTest");

    enum Kind {
        TYPE,
        METHOD,
        FIELD,
        LOCAL
    }

    boolean isType() {
        return kind == Kind.TYPE;
    }

    boolean isMember() {
        return kind == Kind.METHOD || kind == Kind.FIELD;
    }

    boolean isTest() {
        return kind == Kind.METHOD && annotations.stream().anyMatch(TESTS::contains);
    }

    /// Whether this type has the given simple, nested or full name.
    boolean isCalled(String name) {
        return ("." + path()).endsWith("." + name);
    }

    /// Whether the type right around this name has the given simple, nested or full name.
    boolean isIn(String type) {
        String around = inPackage + "." + String.join(".", enclosing);
        return !enclosing.isEmpty() && ("." + around).endsWith("." + type);
    }

    /// The full name, for messages and look-up.
    String path() {
        String around = enclosing.isEmpty() ? "" : String.join(".", enclosing) + ".";
        return inPackage + "." + around + word;
    }
}
