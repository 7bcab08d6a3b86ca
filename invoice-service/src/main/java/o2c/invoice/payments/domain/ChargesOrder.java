package o2c.invoice.payments.domain;

/** Which part of a debt money pays first. Only claimed charges take part. */
public enum ChargesOrder {
    /** The principal of everything due, then its costs, then its interest; charges keep no invoice open. */
    PRINCIPAL_FIRST,
    /** Of each debt its costs, then its interest, then its principal (Dutch Civil Code 6:44). */
    LAW,
    /** Principal first until the formal notice, the law's order from it on. */
    LAW_FROM_NOTICE
}
