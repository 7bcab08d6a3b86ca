package o2c.invoice.receivables.domain;

/** The version of payment terms that an invoice was issued under. */
public record TermsUsed(String termsId, int version) {}
