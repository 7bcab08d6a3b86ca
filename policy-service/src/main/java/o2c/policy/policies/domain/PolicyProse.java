package o2c.policy.policies.domain;

import static o2c.policy.policies.domain.Codes.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import o2c.kernel.Money;
import o2c.policy.clauses.domain.ConductClauses;
import o2c.policy.clauses.domain.ConductClauses.Resumption;
import o2c.policy.clauses.domain.DeductionOrder;
import o2c.policy.clauses.domain.ExtensionAnchor;
import o2c.policy.clauses.domain.ExtensionPeriod;
import o2c.policy.clauses.domain.LossClauses;
import o2c.policy.clauses.domain.PremiumBasis;
import o2c.policy.clauses.domain.PremiumClauses;
import o2c.policy.clauses.domain.ScopeClauses;
import o2c.policy.clauses.domain.ScopeClauses.Attachment;

/** A policy in plain sentences, written from its data: whoever reads it knows what the rules will say. */
public record PolicyProse(List<Paragraph> paragraphs) {

    /** One clause: the field of the data it comes from, and what it means. */
    public record Paragraph(String clause, String text) {}

    public static PolicyProse of(PolicyVersion version) {
        PolicyTerms terms = version.terms();
        Writer writer = new Writer(new ArrayList<>());
        period(version, writer);
        scope(terms, writer);
        limits(terms, writer);
        conduct(terms, writer);
        losses(terms.further().loss(), writer);
        premium(terms.further().premium(), writer);
        return new PolicyProse(List.copyOf(writer.paragraphs()));
    }

    private record Writer(List<Paragraph> paragraphs) {

        void say(String clause, String text) {
            paragraphs.add(new Paragraph(clause, text));
        }

        void sayIf(Object present, String clause, String text) {
            if (present != null) {
                say(clause, text);
            }
        }
    }

    private static void period(PolicyVersion version, Writer writer) {
        PolicyTerms terms = version.terms();
        LocalDate from = terms.validFrom();
        writer.say(
                "validFrom",
                "Policy %s, version %d, is in force from %s to %s, both days included. Amounts are in %s."
                        .formatted(version.policyId(), version.version(), from, terms.validTo(), terms.currency()));
        writer.say(
                "attachment",
                terms.further().scope().attachment() == Attachment.RISK_ATTACHING
                        ? "A receivable stands for good under the policy in force on the day of delivery."
                        : "A receivable stands under the policy in force when the loss occurs, whenever it was"
                                + " delivered.");
    }

    private static void scope(PolicyTerms terms, Writer writer) {
        ScopeClauses scope = terms.further().scope();
        writer.say("insuredPercentage", "Of what is covered, " + terms.insuredPercentage() + " is insured.");
        scope.countryPercentages().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(own -> writer.say(
                        "countryPercentages", "For customers in " + own.getKey() + " it is " + own.getValue() + "."));
        writer.say(
                "countries",
                terms.countries().isEmpty()
                        ? "Customers in all countries are insured."
                        : "Customers in " + listed(terms.countries()) + " are insured, others are not.");
        writer.say(
                "insuredSellerIds",
                terms.insuredSellerIds().isEmpty()
                        ? "All sellers are insured."
                        : "Insured sellers: " + listed(terms.insuredSellerIds()) + ".");
        if (!scope.excludedKinds().isEmpty()) {
            writer.say(
                    "excludedKinds",
                    "Not insured: "
                            + listed(scope.excludedKinds().stream()
                                    .map(Codes::text)
                                    .toList()) + ".");
        }
        writer.say(
                "coverBasis",
                terms.coverBasis() == CoverBasis.GROSS ? "VAT is insured." : "Receivables are insured without VAT.");
        writer.say(
                "conversionDay",
                "Other currencies are converted at the rate of the day of " + text(scope.conversionDay()) + ".");
    }

    private static void limits(PolicyTerms terms, Writer writer) {
        writer.say("rule", ruleOf(terms.rule()));
        writer.say(
                "discretionary",
                terms.blindCover()
                        .map(blind -> "Without a decision of the insurer up to " + blind.amount()
                                + " per customer is covered, insured at " + blind.percentage() + ".")
                        .orElse("Without a decision of the insurer nothing is covered."));
        terms.further()
                .conduct()
                .experienceRule()
                .ifPresent(rule -> writer.say(
                        "experience",
                        ("Payment experience justifies a limit of %s of the highest balance paid in %d months,"
                                        + " while nothing"
                                        + " was paid more than %d days late.")
                                .formatted(rule.share(), rule.months(), rule.maxDaysLate())));
        writer.say(
                "disputeScope",
                switch (terms.disputeScope()) {
                    case DISPUTED_PART -> "A dispute suspends the disputed part of the invoice.";
                    case WHOLE_INVOICE -> "A dispute suspends the whole invoice.";
                    case BUYER -> "A dispute suspends everything the buyer owes.";
                });
    }

    private static String ruleOf(CoverRule rule) {
        return switch (rule) {
            case SILO ->
                "The limit covers the oldest receivables first; room that a payment makes goes to younger ones.";
            case FIXED -> "What the limit covers of a receivable is set on the day of delivery and never grows.";
            case PRO_RATA -> "The limit covers all receivables in the same proportion.";
        };
    }

    private static void conduct(PolicyTerms terms, Writer writer) {
        ConductClauses conduct = terms.further().conduct();
        writer.sayIf(
                terms.maxTermDays(),
                "maxTermDays",
                "Payment terms of more than " + terms.maxTermDays() + " days are not insured.");
        writer.sayIf(
                terms.invoicingDays(),
                "invoicingDays",
                "The invoice is made out within " + terms.invoicingDays() + " days of delivery.");
        writer.say("extensionPeriod", extension(terms));
        writer.sayIf(
                terms.minimumOverdue(),
                "minimumOverdue",
                "Receivables with less than " + terms.minimumOverdue() + " open do not stop cover.");
        writer.say("reportDays", days(terms.reportDays(), "an overdue receivable is reported"));
        writer.say("handOverDays", days(conduct.handOverDays(), "it is handed over for collection"));
        writer.say("claimDays", days(terms.claimDays(), "a claim is filed"));
        writer.say(
                "adverseReportDays",
                "Adverse information is reported within " + conduct.adverseReportDays() + " days.");
        writer.say(
                "noticeDays",
                conduct.noticeDays() == 0
                        ? "A reduction or cancellation counts at once for new deliveries."
                        : "A reduction or cancellation counts for deliveries from " + conduct.noticeDays()
                                + " days after notice.");
        writer.say(
                "resumption",
                conduct.resumption() == Resumption.ON_PAYMENT
                        ? "Cover resumes when the receivable that stopped it is paid."
                        : "Cover resumes when the insurer consents, after the receivable that stopped it is paid.");
        writer.say(
                "waitingPeriod",
                "Non-payment counts as a loss " + length(conduct.waitingPeriod())
                        + " after the hand-over for collection; an insolvency at once.");
    }

    private static String extension(PolicyTerms terms) {
        String anchor = terms.extensionAnchor() == ExtensionAnchor.DUE ? "due day" : "invoice day";
        return "Deliveries are insured until " + length(terms.extensionPeriod()) + " after the " + anchor
                + " of the oldest unpaid receivable; those from the day after are not.";
    }

    private static String days(int days, String act) {
        return "Within " + days + " days of the last covered day " + act + ".";
    }

    private static void losses(LossClauses loss, Writer writer) {
        money(loss.threshold(), "threshold", "A covered loss of not more than %s is not paid.", writer);
        money(
                loss.eachAndEveryLoss(),
                "eachAndEveryLoss",
                "From each claim %s is deducted, "
                        + (loss.deductionOrder() == DeductionOrder.BEFORE ? "before" : "after")
                        + " the insured percentage.",
                writer);
        money(loss.minimumRetention(), "minimumRetention", "The seller bears at least %s of each loss.", writer);
        money(
                loss.aggregateFirstLoss(),
                "aggregateFirstLoss",
                "The seller bears the first %s of a policy year.",
                writer);
        money(loss.maximumLiability(), "maximumLiability", "The insurer pays at most %s for a policy year.", writer);
    }

    private static void premium(PremiumClauses premium, Writer writer) {
        if (premium.rate() != null) {
            writer.say(
                    "premium",
                    "The premium is " + premium.rate() + " of "
                            + (premium.basis() == PremiumBasis.TURNOVER
                                    ? "the insured turnover without VAT."
                                    : "the balances outstanding at month ends."));
        }
        money(premium.minimum(), "premium", "It is at least %s a year.", writer);
        money(premium.feePerLimit(), "premium", "Each limit in force costs %s a year.", writer);
    }

    private static void money(Money amount, String clause, String text, Writer writer) {
        if (amount != null) {
            writer.say(clause, text.formatted(amount));
        }
    }

    private static String length(ExtensionPeriod period) {
        return period.value() + " " + text(period.unit());
    }

    private static String listed(Collection<String> values) {
        return values.stream().sorted().collect(Collectors.joining(", "));
    }
}
