package o2c.credit.checks.domain;

import static o2c.credit.checks.domain.Situation.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.contracts.CreditEvent;
import o2c.credit.checks.domain.CreditCheck.Question;
import o2c.credit.checks.domain.CreditCheck.Release;
import o2c.credit.checks.domain.CreditCheck.Status;
import o2c.credit.holds.domain.Purpose;
import o2c.kernel.Decision;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A credit check")
class CreditCheckTest {

    private static final UUID ID = Ids.next();
    private static final LocalDate TODAY = Situation.TODAY;

    @Test
    void ofAnOrderWithinTheLimitReservesAndApprovesTheOrder() {
        Decision<CreditCheck> answer = check(Purpose.ORDER, "400.00", Situation.withLimit("1000.00"));

        assertThat(answer.next().status()).isEqualTo(Status.RESERVED);
        assertThat(answer.events())
                .containsExactly(
                        new CreditEvent.CreditChecked(
                                "C1", ID, "order", "O1", eur("400.00"), "approved", List.of("within-limit")),
                        new CreditEvent.OrderApproved("C1", ID, "O1", eur("400.00"), TODAY.plusDays(7)));
    }

    @Test
    void againstPrepaymentReservesOnlyWhatIsOnCredit() {
        Decision<CreditCheck> answer = check(Purpose.ORDER, "1200.00", Situation.withLimit("1000.00"));

        assertThat(answer.events())
                .contains(new CreditEvent.OrderApproved("C1", ID, "O1", eur("1000.00"), TODAY.plusDays(7)));
    }

    @Test
    void thatIsReferredHoldsTheOrder() {
        Decision<CreditCheck> answer = check(Purpose.ORDER, "400.00", Situation.withoutLimit());

        assertThat(answer.next().status()).isEqualTo(Status.ANSWERED);
        assertThat(answer.events())
                .contains(new CreditEvent.OrderHeld("C1", ID, "O1", eur("400.00"), List.of("no-credit-limit")));
    }

    @Test
    void thatIsDeclinedRefusesTheOrder() {
        Decision<CreditCheck> answer =
                check(Purpose.ORDER, "400.00", Situation.withLimit("100.00").owing("300.00"));

        assertThat(answer.events())
                .contains(new CreditEvent.OrderDeclined("C1", ID, "O1", eur("400.00"), List.of("limit-exceeded")));
    }

    @Test
    void ofAQuoteReservesNothing() {
        Decision<CreditCheck> answer = check(Purpose.QUOTE, "400.00", Situation.withLimit("1000.00"));

        assertThat(answer.next().status()).isEqualTo(Status.ANSWERED);
        assertThat(answer.events()).hasOnlyElementsOfType(CreditEvent.CreditChecked.class);
    }

    @Test
    void isConfirmedUntilTheCloseOfItsLastDay() {
        CreditCheck check =
                check(Purpose.ORDER, "400.00", Situation.withLimit("1000.00")).next();

        CreditCheck confirmed = check.confirm("O1", eur("400.00"), TODAY.plusDays(7));
        assertThat(confirmed.status()).isEqualTo(Status.CONFIRMED);
        assertThat(confirmed.confirm("O1", eur("400.00"), TODAY.plusDays(30))).isEqualTo(confirmed);
        refuses("check-expired", () -> check.confirm("O1", eur("400.00"), TODAY.plusDays(8)));
    }

    @Test
    void isConfirmedOnlyAsItWasAsked() {
        CreditCheck check =
                check(Purpose.ORDER, "400.00", Situation.withLimit("1000.00")).next();

        refuses("amount-changed", () -> check.confirm("O1", eur("400.01"), TODAY));
        refuses("order-changed", () -> check.confirm("O2", eur("400.00"), TODAY));
        refuses("check-cancelled", () -> check.cancel().confirm("O1", eur("400.00"), TODAY));
        refuses(
                "check-not-confirmable",
                () -> check(Purpose.QUOTE, "400.00", Situation.withLimit("1000.00"))
                        .next()
                        .confirm("O1", eur("400.00"), TODAY));
    }

    @Test
    void thatIsHeldIsReleasedByAPersonUntilADay() {
        CreditCheck held =
                check(Purpose.ORDER, "400.00", Situation.withoutLimit()).next();

        Decision<CreditCheck> released = held.release(release("credit-manager", TODAY.plusDays(3)));

        assertThat(released.next().status()).isEqualTo(Status.RELEASED);
        assertThat(released.next().decision().verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(released.events())
                .containsExactly(new CreditEvent.OrderReleased(
                        "C1", ID, "O1", eur("400.00"), "credit-manager", "known for years", TODAY.plusDays(3)));
        assertThat(released.next()
                        .confirm("O1", eur("400.00"), TODAY.plusDays(3))
                        .status())
                .isEqualTo(Status.CONFIRMED);
        refuses("check-expired", () -> released.next().confirm("O1", eur("400.00"), TODAY.plusDays(4)));
        refuses("check-released", () -> released.next().release(release("credit-manager", TODAY)));
    }

    @Test
    void isReleasedOnlyWhileHeldInTimeAndInTheRightRole() {
        CreditCheck held = check(
                        Purpose.ORDER,
                        "400.00",
                        Situation.withLimit("1000.00").under(Situation.rule("big", "AMOUNT", "AT_LEAST", "100")))
                .next();

        refuses("release-in-past", () -> held.release(release("cfo", TODAY.minusDays(1))));
        refuses("release-too-long", () -> held.release(release("cfo", TODAY.plusDays(91))));
        refuses("role-not-allowed", () -> held.release(release("clerk", TODAY)));
        assertThat(held.release(release("cfo", TODAY)).next().status()).isEqualTo(Status.RELEASED);
        refuses(
                "check-not-held",
                () -> check(Purpose.ORDER, "400.00", Situation.withLimit("1000.00"))
                        .next()
                        .release(release("cfo", TODAY)));
        refuses(
                "check-not-held",
                () -> check(Purpose.QUOTE, "400.00", Situation.withoutLimit())
                        .next()
                        .release(release("cfo", TODAY)));
    }

    @Test
    void thatIsHeldIsDecidedWithinTwoDaysAndForTheBestWithinOne() {
        CreditCheck unknown =
                check(Purpose.ORDER, "400.00", Situation.withoutLimit()).next();
        CreditCheck good = check(
                        Purpose.ORDER, "400.00", Situation.withoutLimit().standing(0, null, null, false))
                .next();

        assertThat(ReferralClock.dueOn(unknown)).isEqualTo(TODAY.plusDays(2));
        assertThat(ReferralClock.dueOn(good)).isEqualTo(TODAY.plusDays(1));
        assertThat(ReferralClock.dueOn(
                        check(Purpose.QUOTE, "400.00", Situation.withoutLimit()).next()))
                .isNull();
    }

    @Test
    void isCancelledOnceAndOnlyWhenItHoldsRoom() {
        CreditCheck cancelled = check(Purpose.ORDER, "400.00", Situation.withLimit("1000.00"))
                .next()
                .cancel();

        assertThat(cancelled.cancel()).isEqualTo(cancelled);
        refuses(
                "nothing-reserved",
                () -> check(Purpose.ORDER, "400.00", Situation.withoutLimit())
                        .next()
                        .cancel());
    }

    @Test
    void asksAboutMoreThanZeroAndNamesItsOrder() {
        refuses("amount-not-positive", () -> new Question("C1", Purpose.QUOTE, null, eur("0.00"), null));
        refuses("order-id-missing", () -> new Question("C1", Purpose.ORDER, null, eur("1.00"), null));
        refuses("purpose-unknown", () -> Purpose.of("ORDER"));
    }

    private static Release release(String role, LocalDate until) {
        return new Release(role, "known for years", until, "somebody", TODAY);
    }

    private static Decision<CreditCheck> check(Purpose purpose, String amount, Situation situation) {
        return CreditCheck.answer(ID, new Question("C1", purpose, "O1", eur(amount), 30), situation.facts());
    }

    private static void refuses(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, no -> assertThat(no.code()).isEqualTo(code));
    }
}
