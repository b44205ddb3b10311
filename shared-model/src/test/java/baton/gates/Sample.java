package baton.gates;

import java.util.stream.IntStream;

/**
 * One small module that a gate must stop, or let pass.
 *
 * @param module its name, and the name of its one class in lower case
 * @param stoppedBy what Maven says about the module; empty for one that must pass
 * @param source its one class
 */
record Sample(String module, String stoppedBy, String source) {

    static Sample good() {
        return new Sample("good", "", file("Good", method(1, "int first")));
    }

    static Sample badlyFormatted() {
        return new Sample(
                "badformat",
                "spotless-maven-plugin:[^ ]+:check \\(formatted\\)",
                file("Badformat", method(1, "int first")).replace("    int", "  int"));
    }

    static Sample bug() {
        String ignoresResult = "    void trim(String text) {\n        text.trim();\n    }\n";
        return new Sample(
                "bug",
                "\\[CheckReturnValue\\]|\\[ReturnValueIgnored\\]",
                file("Bug", ignoresResult));
    }

    static Sample warning() {
        String unused = "    private int count;\n";
        return new Sample("warning", "warnings found and -Werror", file("Warning", unused));
    }

    static Sample nullReturned() {
        String returnsNull = "    String name() {\n        return null;\n    }\n";
        return new Sample("nullreturned", "\\[NullAway\\]", file("Nullreturned", returnsNull));
    }

    static Sample longFile() {
        String lines = "\n    // one more line".repeat(400) + "\n";
        return new Sample("longfile", "\\[FileLength\\]", file("Longfile", lines.substring(1)));
    }

    static Sample longMethod() {
        return new Sample(
                "longmethod", "\\[MethodLength\\]", file("Longmethod", method(49, "int first")));
    }

    static Sample manyParameters() {
        String eight = "int a, int b, int c, int d,\n            int e, int f, int g, int h";
        String oneEach = eight.replace(",\n            ", ", ").replace(", ", ",\n            ");
        return new Sample(
                "manyparameters",
                "\\[ParameterNumber\\]",
                file("Manyparameters", method(1, "\n            " + oneEach)));
    }

    String className() {
        return module.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + module.substring(1);
    }

    private static String method(int statements, String parameters) {
        String body =
                IntStream.range(0, statements)
                        .mapToObj(n -> "        System.gc();\n")
                        .reduce("", String::concat);
        return "    int run(" + parameters + ") {\n" + body + "        return 1;\n    }\n";
    }

    private static String file(String name, String members) {
        return "package sample;\n\nclass " + name + " {\n" + members + "}\n";
    }
}
