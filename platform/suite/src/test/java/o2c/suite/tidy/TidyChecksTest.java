package o2c.suite.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TidyChecksTest {

    @Test
    void importsCommentsAnnotationsAndBlankLinesAreNoCode() {
        SourceFile file = main("""
                package a;

                import java.util.List;

                /** Says what it is. */
                @Deprecated(
                        since = "1",
                        forRemoval = true)
                class A {
                    // why
                    int b; /* which
                    goes on */

                    String c = "// no comment";
                }
                """);

        assertThat(file.codeLines()).isEqualTo(4);
    }

    @Test
    void aFileThatIsTooLongIsFound() {
        String body = String.join("", Collections.nCopies(260, "int a;\n"));

        assertThat(JavaChecks.sizes(main("class A {\n" + body + "}\n"))).hasSize(1);
        assertThat(JavaChecks.sizes(test("class A {\n" + body + "}\n"))).isEmpty();
    }

    @Test
    void aMethodThatIsTooLongIsFound() {
        String body = String.join("", Collections.nCopies(40, "a();\n"));

        assertThat(JavaChecks.sizes(main("class A {\nvoid a() {\n" + body + "}\n}\n")))
                .singleElement()
                .asString()
                .contains("A#a has 42 lines");
    }

    @Test
    void aLongTableOfCasesIsFineInATest() {
        String cases =
                "int[] a() {\nreturn new int[] {\n" + String.join("", Collections.nCopies(60, "1,\n")) + "};\n}\n";

        assertThat(JavaChecks.sizes(test("class A {\n" + cases + "}\n"))).isEmpty();
        assertThat(JavaChecks.sizes(main("class A {\n" + cases + "}\n"))).hasSize(1);
    }

    @Test
    void tooManyParametersAreFoundButARecordMayHaveManyComponents() {
        String seven = "int a, int b, int c, int d, int e, int f, int g";

        assertThat(JavaChecks.sizes(main("class A { void b(" + seven + ") {} }")))
                .hasSize(1);
        assertThat(JavaChecks.sizes(main("record A(" + seven + ") { A { b(); } void b() {} }")))
                .isEmpty();
        assertThat(JavaChecks.sizes(test("class A { @ParameterizedTest void b(" + seven + ") {} }")))
                .isEmpty();
    }

    @Test
    void aLineThatIsTooLongIsFound() {
        assertThat(JavaChecks.sizes(main("class A {}" + " ".repeat(111) + "\n")))
                .hasSize(1);
    }

    @Test
    void aCrowdedPackageIsFound() {
        List<Path> sixteen = IntStream.range(0, 16)
                .mapToObj(i -> Path.of("a/src/main/java/b/C" + i + ".java"))
                .toList();

        assertThat(JavaChecks.crowdedPackages(sixteen)).hasSize(1);
        assertThat(JavaChecks.crowdedPackages(sixteen.subList(0, 15))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class InvoiceManager {}",
                "class InvoiceImpl {}",
                "class DateUtil {}",
                "class Invoice { record PaymentDto() {} }",
                "class AbstractInvoice {}",
                "interface IInvoice {}"
            })
    void anEmptyNameIsFound(String source) {
        assertThat(JavaChecks.names(main(source))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"interface Invoice {}", "class Defaulted {}", "record Iban() {}", "class Management {}"})
    void aNameOfTheBusinessIsFine(String source) {
        assertThat(JavaChecks.names(main(source))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// int a = 1;",
                "// return a;",
                "// invoices.save(invoice);",
                "/* if (a) {\n * b();\n * }\n */",
                "// import java.util.List;"
            })
    void codeInACommentIsFound(String comment) {
        assertThat(JavaChecks.commentedOutCode(main("class A {\n" + comment + "\n}")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// the lock is taken last, because others wait for it",
                "// see the law (section 3); it changed",
                "/** {@code a = b;} */",
                "// 31 December = the last day"
            })
    void aReasonInACommentIsFine(String comment) {
        assertThat(JavaChecks.commentedOutCode(main("class A {\n" + comment + "\n}")))
                .isEmpty();
    }

    @Test
    void whatIsLeftForLaterIsFound() {
        assertThat(TextChecks.unfinished(Path.of("a.md"), "done\nTO" + "DO: the rest"))
                .hasSize(1);
        assertThat(TextChecks.unfinished(Path.of("a.md"), "a todo list of the customer"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"see /ro#ot/notes", "cd /ho#me/jan/src", "https://nex#us.example.com/x", "http://10#.1.2.3/"})
    void aPlaceOfOneMachineIsFound(String text) {
        assertThat(TextChecks.ofAMachine(Path.of("a.md"), text.replace("#", "")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8081/v1", "/v1/work/orders", "target/work/x", "http://localhost:8082"})
    void aPlaceThatIsEverywhereIsFine(String text) {
        assertThat(TextChecks.ofAMachine(Path.of("a.md"), text)).isEmpty();
    }

    @Test
    void aDeadLinkIsFound(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("docs"));
        Files.writeString(root.resolve("README.md"), "here");
        String page = "[a](../README.md#top) [b](gone.md) [c](https://example.com) [d](#part) `[e](code.md)`";

        assertThat(TextChecks.deadLinks(root, Path.of("docs/page.md"), page))
                .containsExactly("docs/page.md links to gone.md, which does not exist");
    }

    @Test
    void aRowOfTheIndexThatLeadsNowhereIsFound() {
        RulesIndex index = new RulesIndex(List.of(
                main("record Invoice() { boolean isOverdueOn() { return true; } }"),
                test("class WhenOverdueTest { void theDayAfter() {} }")));

        assertThat(index.complaints("""
                | question | rule | test |
                | --- | --- | --- |
                | When is an invoice overdue? | `Invoice#isOverdueOn` | `WhenOverdueTest#theDayAfter` |
                """)).isEmpty();
        assertThat(index.complaints("| When? | `Invoice#isLate` | `WhenOverdueTest#theDayAfter` |"))
                .containsExactly("docs/rules.md: When? → no method Invoice#isLate");
        assertThat(index.complaints("| When? | `Invoice#isOverdueOn` | `WhenOverdueTest#gone` |"))
                .hasSize(1);
        assertThat(index.complaints("# Rules")).hasSize(1);
    }

    private static SourceFile main(String text) {
        return SourceFile.of(Path.of("a/src/main/java/a/A.java"), text);
    }

    private static SourceFile test(String text) {
        return SourceFile.of(Path.of("a/src/test/java/a/ATest.java"), text);
    }
}
