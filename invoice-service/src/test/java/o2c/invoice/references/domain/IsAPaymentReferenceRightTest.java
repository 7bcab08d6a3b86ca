package o2c.invoice.references.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import o2c.invoice.references.domain.PaymentReference.Scheme;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Is a payment reference right?")
class IsAPaymentReferenceRightTest {

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "RF, INV202600042, RF36INV202600042",
        "RF, FACT20260001, RF33FACT20260001",
        "RF, 000123456, RF97000123456",
        "RF, fact 2026-0001, RF33FACT20260001",
        "OGM, 0001234567, +++000/1234/56748+++",
        "OGM, 2026000042, +++202/6000/04236+++",
        "OGM, 0000000097, +++000/0000/09797+++",
        "OGM, 0909337554, +++090/9337/55493+++",
        "BETALINGSKENMERK, 000056789012345, 5000056789012345",
        "BETALINGSKENMERK, 1234567, 271234567",
        "BETALINGSKENMERK, 20260042, 2820260042",
        "BETALINGSKENMERK, 202600042, 19202600042",
        "BETALINGSKENMERK, 1234567890, 701234567890",
        "BETALINGSKENMERK, 234534622567, 12234534622567",
    })
    @DisplayName("it is made with its check digits")
    void made(Scheme scheme, String text, String reference) {
        assertThat(PaymentReference.make(scheme, text)).isEqualTo(reference);
        assertThat(PaymentReference.isValid(scheme, reference)).isTrue();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "RF, RF712348231, true",
        "RF, RF18539007547034, true",
        "RF, RF18 5390 0754 7034, true",
        "RF, RF68539007547034, false",
        "RF, RF37INV202600042, false",
        "RF, RF36INV2026000421234567890, false",
        "OGM, +++090/9337/55494+++, false",
        "OGM, ***090/9337/55493***, true",
        "OGM, 090933755493, false",
        "OGM, +++000/0000/09700+++, false",
        "BETALINGSKENMERK, 1234567, true",
        "BETALINGSKENMERK, 12345678, false",
        "BETALINGSKENMERK, 281234567, false",
        "BETALINGSKENMERK, 5000056789012346, false",
        "BETALINGSKENMERK, 5000.0567.8901.2345, true",
        "BETALINGSKENMERK, 500005678901234, false",
    })
    @DisplayName("a wrong one is told")
    void checked(Scheme scheme, String reference, boolean valid) {
        assertThat(PaymentReference.isValid(scheme, reference)).isEqualTo(valid);
    }

    @Test
    @DisplayName("any made from digits is right, and wrong with one digit changed")
    void oneDigit() {
        Random random = new Random(4);
        for (int i = 0; i < 1_000; i++) {
            String base = String.valueOf(1_000_000_000L + random.nextInt(900_000_000));
            for (Scheme scheme : new Scheme[] {Scheme.RF, Scheme.OGM}) {
                String reference = PaymentReference.make(scheme, base);
                assertThat(PaymentReference.isValid(scheme, reference)).isTrue();
                int at = reference.length() - 4;
                char wrong = reference.charAt(at) == '9' ? '0' : (char) (reference.charAt(at) + 1);
                String changed = reference.substring(0, at) + wrong + reference.substring(at + 1);
                assertThat(PaymentReference.isValid(scheme, changed))
                        .as(changed)
                        .isFalse();
            }
        }
    }

    @Test
    @DisplayName("free text is nobody's scheme; what looks like one must be right")
    void free() {
        assertThat(PaymentReference.checked("please quote 2026-0042")).isEqualTo("please quote 2026-0042");
        assertThat(PaymentReference.checked("RF18539007547034")).isEqualTo("RF18539007547034");
        assertThatThrownBy(() -> PaymentReference.checked("RF68539007547034"))
                .hasFieldOrPropertyWithValue("code", "reference-check-failed");
        assertThatThrownBy(() -> PaymentReference.make(Scheme.OGM, "12345678901"))
                .hasFieldOrPropertyWithValue("code", "reference-base-unusable");
        assertThatThrownBy(() -> PaymentReference.make(Scheme.RF, "--"))
                .hasFieldOrPropertyWithValue("code", "reference-base-unusable");
    }
}
