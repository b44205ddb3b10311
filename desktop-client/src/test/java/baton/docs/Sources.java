package baton.docs;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Every name that the sources declare, found by the compiler's own parser.
///
/// @param names types, methods, fields, parameters and locals, in the order of the files
record Sources(List<Declaration> names) {

    /// All Java files under `src/main` or `src/test` of the three modules.
    ///
    /// @param kind `main` or `test`
    static Sources of(String kind) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Declaration> names = new ArrayList<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(Repository.javaFiles(kind)));
            for (CompilationUnitTree unit : task.parse()) {
                names.addAll(DeclarationScanner.namesIn(unit));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sources(List.copyOf(names));
    }

    Set<String> packages() {
        return names.stream().map(Declaration::inPackage).collect(Collectors.toSet());
    }

    /// Whether a type is declared, by its simple, nested (`Register.Head`) or full name.
    boolean hasType(String name) {
        return names.stream().filter(Declaration::isType).anyMatch(type -> type.isCalled(name));
    }

    /// Whether a type declares a field, method, component or constant of this name.
    boolean hasMember(String type, String member) {
        return names.stream()
                .filter(Declaration::isMember)
                .anyMatch(name -> name.word().equals(member) && name.isIn(type));
    }

    /// Whether a name such as `baton.model`, `Event`, `Register.Head` or `Event.seq` is declared.
    boolean has(String name) {
        int dot = name.lastIndexOf('.');
        return packages().contains(name)
                || hasType(name)
                || (dot > 0 && hasMember(name.substring(0, dot), name.substring(dot + 1)));
    }

    /// Whether a file holds a test method of this name.
    boolean hasTest(Path file, String method) {
        return names.stream()
                .anyMatch(name ->
                        name.isTest() && name.file().equals(file) && name.word().equals(method));
    }

    /// Whether a file holds any test method.
    boolean hasTests(Path file) {
        return names.stream().anyMatch(name -> name.isTest() && name.file().equals(file));
    }
}
