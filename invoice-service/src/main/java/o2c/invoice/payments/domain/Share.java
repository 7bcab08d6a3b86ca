package o2c.invoice.payments.domain;

import o2c.invoice.receivables.domain.Invoice;
import o2c.kernel.Money;

/** So much of a payment goes to that invoice. */
public record Share(Invoice invoice, Money amount) {}
