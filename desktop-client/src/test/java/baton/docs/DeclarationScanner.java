package baton.docs;

import baton.docs.Declaration.Kind;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Collects the names that one file declares.
final class DeclarationScanner extends TreeScanner<Void, Boolean> {
    private static final String OVERRIDE = "Override";

    private final List<Declaration> found = new ArrayList<>();
    private final List<Tree> inherited = new ArrayList<>();
    private final Deque<String> around = new ArrayDeque<>();
    private final Path file;
    private final String inPackage;

    private DeclarationScanner(CompilationUnitTree unit) {
        this.file = Path.of(unit.getSourceFile().toUri());
        this.inPackage = Objects.toString(unit.getPackageName(), "");
    }

    static List<Declaration> namesIn(CompilationUnitTree unit) {
        DeclarationScanner scanner = new DeclarationScanner(unit);
        scanner.scan(unit, false);
        return List.copyOf(scanner.found);
    }

    /// @param inMethod whether what follows is local to a method or lambda
    @Override
    public Void visitClass(ClassTree type, Boolean inMethod) {
        String name = type.getSimpleName().toString();
        if (!name.isEmpty()) {
            add(name, Kind.TYPE, "", annotationsOf(type.getModifiers()));
        }
        around.addLast(name.isEmpty() ? "anonymous" : name);
        super.visitClass(type, false);
        around.removeLast();
        return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Boolean inMethod) {
        Set<String> annotations = annotationsOf(method.getModifiers());
        add(method.getName().toString(), Kind.METHOD, "", annotations);
        if (annotations.contains(OVERRIDE)) {
            inherited.addAll(method.getParameters());
        }
        return super.visitMethod(method, true);
    }

    /// A parameter of a method that overrides is marked like the method.
    @Override
    public Void visitVariable(VariableTree variable, Boolean inMethod) {
        Set<String> annotations =
                inherited.contains(variable)
                        ? Set.of(OVERRIDE)
                        : annotationsOf(variable.getModifiers());
        add(
                variable.getName().toString(),
                inMethod ? Kind.LOCAL : Kind.FIELD,
                Objects.toString(variable.getType(), ""),
                annotations);
        return super.visitVariable(variable, true);
    }

    private void add(String word, Kind kind, String type, Set<String> annotations) {
        found.add(
                new Declaration(
                        file, inPackage, List.copyOf(around), word, kind, type, annotations));
    }

    private static Set<String> annotationsOf(ModifiersTree modifiers) {
        return modifiers.getAnnotations().stream()
                .map(annotation -> annotation.getAnnotationType().toString())
                .collect(Collectors.toSet());
    }
}
