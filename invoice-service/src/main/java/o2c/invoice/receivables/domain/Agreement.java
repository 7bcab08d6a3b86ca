package o2c.invoice.receivables.domain;

import java.time.LocalDate;
import java.util.List;
import o2c.invoice.terms.domain.Instalment;
import o2c.invoice.terms.domain.TermsVersion;
import o2c.kernel.Money;

/**
 * What was agreed about paying an invoice.
 *
 * @param terms the terms it follows from, or null
 * @param instalments at least one; they add up to what is owed
 */
public record Agreement(TermsUsed terms, List<Instalment> instalments) {

    public Agreement {
        instalments = List.copyOf(instalments);
    }

    /** All of it on a day that the caller gave, which never moves by itself. */
    public static Agreement on(LocalDate dueOn, Money owed) {
        return new Agreement(null, List.of(new Instalment(1, dueOn, dueOn, owed)));
    }

    /** As the terms say. */
    public static Agreement under(TermsVersion terms, LocalDate issuedOn, Money owed) {
        List<Instalment> parts = terms.terms().schedule(issuedOn, owed);
        List<Instalment> worthPaying =
                parts.stream().filter(part -> part.amount().isPositive()).toList();
        return new Agreement(
                new TermsUsed(terms.termsId(), terms.version()), worthPaying.isEmpty() ? parts : worthPaying);
    }

    /** The same days, with the terms named. */
    public Agreement naming(TermsUsed used) {
        return new Agreement(used, instalments);
    }

    /** What is due first. */
    public Instalment first() {
        return instalments.get(0);
    }

    /** Whether it is paid in more than one part. */
    public boolean isInParts() {
        return instalments.size() > 1;
    }
}
