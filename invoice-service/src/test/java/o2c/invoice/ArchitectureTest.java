package o2c.invoice;

import java.util.stream.Stream;
import o2c.testkit.ArchitectureRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    /** All but the test clock: its calls move days in four services, so none of them is one transaction. */
    @TestFactory
    Stream<DynamicTest> rules() {
        return ArchitectureRules.of(
                "o2c.invoice.behaviour",
                "o2c.invoice.books",
                "o2c.invoice.charges",
                "o2c.invoice.credits",
                "o2c.invoice.currency",
                "o2c.invoice.customers",
                "o2c.invoice.disputerisk",
                "o2c.invoice.duedates",
                "o2c.invoice.history",
                "o2c.invoice.imports",
                "o2c.invoice.insight",
                "o2c.invoice.insured",
                "o2c.invoice.lines",
                "o2c.invoice.openings",
                "o2c.invoice.payments",
                "o2c.invoice.proofs",
                "o2c.invoice.receivables",
                "o2c.invoice.references",
                "o2c.invoice.sellers",
                "o2c.invoice.statements",
                "o2c.invoice.terms",
                "o2c.invoice.vatrelief",
                "o2c.invoice.writeoffs");
    }
}
