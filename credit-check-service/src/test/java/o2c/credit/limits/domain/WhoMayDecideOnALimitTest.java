package o2c.credit.limits.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import o2c.credit.limits.domain.LimitRequest.Status;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Who may decide on a credit limit?")
class WhoMayDecideOnALimitTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "0.00, approved",
        "49999.99, approved",
        "50000.00, approved",
        "50000.01, pending",
    })
    void upToTheThresholdNobodyElse(String amount, String status) {
        assertThat(request(amount, null)
                        .asked(CreditPolicy.STANDARD, TODAY)
                        .status()
                        .code())
                .isEqualTo(status);
    }

    @Test
    void aboveItSomebodyElse() {
        LimitRequest pending = request("50000.01", null).asked(CreditPolicy.STANDARD, TODAY);

        refuses("four-eyes", () -> pending.decided(true, "anna", TODAY));
        LimitRequest approved = pending.decided(true, "bert", TODAY);
        assertThat(approved.status()).isEqualTo(Status.APPROVED);
        assertThat(pending.decided(false, "bert", TODAY).status()).isEqualTo(Status.DECLINED);
        refuses("already-decided", () -> approved.decided(false, "carl", TODAY));
    }

    @Test
    void aLimitThatIsOverBeforeItBeginsIsRefused() {
        refuses("limit-already-over", () -> request("1.00", TODAY.minusDays(1)).asked(CreditPolicy.STANDARD, TODAY));
        refuses("period-reversed", () -> request("1.00", TODAY.minusDays(61)).asked(CreditPolicy.STANDARD, TODAY));
        refuses("limit-negative", () -> request("-1.00", null).asked(CreditPolicy.STANDARD, TODAY));
        LimitRequest pending = request("50000.01", TODAY).asked(CreditPolicy.STANDARD, TODAY);
        refuses("limit-already-over", () -> pending.decided(true, "bert", TODAY.plusDays(1)));
    }

    private static LimitRequest request(String amount, LocalDate validTo) {
        return new LimitRequest(
                Ids.next(),
                "C1",
                Money.of(amount, "EUR"),
                TODAY.minusDays(60),
                validTo,
                "growth",
                Status.PENDING,
                "anna");
    }

    private static void refuses(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, no -> assertThat(no.code()).isEqualTo(code));
    }
}
