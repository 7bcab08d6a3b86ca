package o2c.suite.tidy;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One Java file as the tidy test sees it: its types, its methods with their lengths, its lines of code. */
final class SourceFile {

    /** A type, nested ones included. */
    record Type(String name, boolean isInterface, boolean isTopLevel) {}

    /**
     * A method.
     *
     * @param type the type it stands in
     * @param lines lines of code, with the signature
     * @param parameters how many; 0 for a record's own constructor and for a test whose cases stand in a table
     * @param isTable whether it does nothing but return one expression
     */
    record Method(String type, String name, int lines, int parameters, boolean isTable) {}

    private final Path path;
    private final SourceText text;
    private final String raw;
    private final List<Type> types = new ArrayList<>();
    private final List<Method> methods = new ArrayList<>();

    private SourceFile(Path path, String raw) {
        this.path = path;
        this.raw = raw;
        this.text = new SourceText(raw);
    }

    static SourceFile of(Path path, String text) {
        return all(Map.of(path, text)).get(0);
    }

    /** Reads many at once, which costs far less than one after the other. */
    static List<SourceFile> all(Map<Path, String> texts) {
        List<Source> sources = texts.entrySet().stream()
                .map(file -> new Source(new SourceFile(file.getKey(), file.getValue())))
                .toList();
        Map<String, SourceFile> byName =
                sources.stream().collect(Collectors.toMap(Source::getName, source -> source.file));
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, problem -> {}, List.of("-proc:none"), null, sources);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                SourceFile file = byName.get(unit.getSourceFile().getName());
                file.new Blanker(unit, positions).scan(unit, null);
                file.new Reader(unit, positions).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources.stream().map(source -> source.file).toList();
    }

    Path path() {
        return path;
    }

    boolean isTest() {
        return path.toString().replace('\\', '/').contains("src/test/");
    }

    boolean isContract() {
        return path.toString().replace('\\', '/').contains("platform/contracts/src/main/");
    }

    List<Type> types() {
        return types;
    }

    List<Method> methods() {
        return methods;
    }

    List<SourceText.Comment> comments() {
        return text.comments();
    }

    List<String> lines() {
        return raw.lines().toList();
    }

    /** Without imports, comments, annotations and blank lines. */
    int codeLines() {
        return text.codeLines(0, text.length());
    }

    private static final class Source extends SimpleJavaFileObject {
        private final SourceFile file;

        Source(SourceFile file) {
            super(URI.create("string:///" + file.path.toString().replace('\\', '/')), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreErrors) {
            return file.raw;
        }
    }

    /** Takes annotations, imports and the package line out of what counts as code. */
    private final class Blanker extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;

        Blanker(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        private Void blank(Tree tree) {
            text.blank((int) positions.getStartPosition(unit, tree), (int) positions.getEndPosition(unit, tree));
            return null;
        }

        @Override
        public Void visitAnnotation(AnnotationTree tree, Void nothing) {
            return blank(tree);
        }

        @Override
        public Void visitImport(ImportTree tree, Void nothing) {
            return blank(tree);
        }

        @Override
        public Void visitPackage(PackageTree tree, Void nothing) {
            return blank(tree);
        }
    }

    private final class Reader extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private ClassTree inside;

        Reader(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            types.add(new Type(tree.getSimpleName().toString(), tree.getKind() == Tree.Kind.INTERFACE, inside == null));
            ClassTree outside = inside;
            inside = tree;
            super.visitClass(tree, nothing);
            inside = outside;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            boolean isParameterized = tree.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("ParameterizedTest"));
            boolean ofRecord = inside.getKind() == Tree.Kind.RECORD && tree.getReturnType() == null;
            int lines = text.codeLines(
                    (int) positions.getStartPosition(unit, tree), (int) positions.getEndPosition(unit, tree));
            String name = tree.getReturnType() == null
                    ? inside.getSimpleName().toString()
                    : tree.getName().toString();
            methods.add(new Method(
                    inside.getSimpleName().toString(),
                    name,
                    lines,
                    ofRecord || isParameterized ? 0 : tree.getParameters().size(),
                    isTable(tree)));
            return super.visitMethod(tree, nothing);
        }

        private static boolean isTable(MethodTree tree) {
            return tree.getBody() != null
                    && tree.getBody().getStatements().size() == 1
                    && tree.getBody().getStatements().get(0).getKind() == Tree.Kind.RETURN;
        }
    }
}
