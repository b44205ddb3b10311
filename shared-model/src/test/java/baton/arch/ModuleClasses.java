package baton.arch;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/** The classes that rules are checked against. */
public final class ModuleClasses {
    private ModuleClasses() {}

    /** What the module under test ships, without its tests and without other modules. */
    public static JavaClasses shipped() {
        return new ClassFileImporter()
                .importPath(Path.of(System.getProperty("baton.classes", "target/classes")));
    }

    public static JavaClasses fixtures(String root) {
        return new ClassFileImporter().importPackages(root);
    }
}
