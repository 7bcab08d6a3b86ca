package o2c.credit.causes.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Which fact is named as the cause?")
class WhichFactIsNamedAsTheCauseTest {

    @ParameterizedTest(name = "of {0}: {1}")
    @CsvSource({
        "InvoiceIssued CoverChanged PaymentOverdue, PaymentOverdue",
        "InvoiceIssued CoverChanged, CoverChanged",
        "PaymentAllocated InvoiceSettled, InvoiceSettled",
        "PaymentOverdue InsolvencyRegistered, InsolvencyRegistered",
        "InvoiceIssued ZuluHappened AlphaHappened, InvoiceIssued",
        "ZuluHappened AlphaHappened, AlphaHappened",
    })
    void whateverWasHeardFirst(String heard, String named) {
        List<String> facts = Arrays.asList(heard.split(" "));

        assertThat(facts.stream().min(MostTelling.first())).contains(named);
        Collections.reverse(facts);
        assertThat(facts.stream().min(MostTelling.first())).contains(named);
    }
}
