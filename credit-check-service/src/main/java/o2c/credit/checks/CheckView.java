package o2c.credit.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import o2c.credit.checks.domain.CreditCheck;
import o2c.credit.checks.domain.CreditDecision;
import o2c.credit.checks.domain.CreditFacts;
import o2c.credit.checks.domain.Reason;
import o2c.credit.cover.domain.Cover;
import o2c.credit.exposure.domain.ExposureLine;
import o2c.kernel.Money;

/**
 * A credit check in answers.
 *
 * @param verdict approved, approved-with-prepayment, referred or declined
 * @param reasons every rule that fired, with its weight and inputs
 * @param exposure before this amount, without what the same order had reserved
 * @param limit the limit in force, or null
 * @param available what of the limit is free before this amount, or null
 * @param cover what is insured, as last told, or null
 * @param prepaymentAmount what is to be paid in advance, or null
 * @param expiresOn last business date on which the answer counts
 * @param status answered, reserved, released, confirmed, cancelled, expired or replaced
 * @param release who let a held order go, in which role, why and until when; null when nobody did
 */
record CheckView(
        UUID checkId,
        String customerId,
        String purpose,
        String orderId,
        Money amount,
        Integer paymentTermDays,
        String verdict,
        List<Reason> reasons,
        Recipe exposure,
        Money limit,
        Money available,
        Cover cover,
        Money prepaymentAmount,
        LocalDate expiresOn,
        LocalDate checkedOn,
        String status,
        CreditCheck.Release release,
        int rulesVersion,
        int policyVersion) {

    /** The exposure line by line; the lines add up to the total. */
    record Recipe(List<ExposureLine> lines, Money total) {
        static Recipe of(CreditFacts facts) {
            List<ExposureLine> lines = new ArrayList<>(facts.exposure().lines());
            facts.elsewhere().lines().stream()
                    .map(line -> ExposureLine.converted(line.kind(), line.converted()))
                    .forEach(lines::add);
            return new Recipe(lines, facts.owed());
        }
    }

    static CheckView of(CreditCheck check) {
        CreditDecision decision = check.decision();
        return new CheckView(
                check.checkId(),
                check.question().customerId(),
                check.question().purpose().code(),
                check.question().orderId(),
                check.question().amount(),
                check.question().paymentTermDays(),
                decision.verdict().code(),
                decision.reasons(),
                Recipe.of(check.facts()),
                decision.limit(),
                decision.available(),
                check.facts().cover(),
                decision.prepaymentAmount(),
                decision.expiresOn(),
                check.checkedOn(),
                check.status().code(),
                check.release(),
                check.rulesVersion(),
                check.facts().policy().version());
    }
}
