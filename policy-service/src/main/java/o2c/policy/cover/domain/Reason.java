package o2c.policy.cover.domain;

/**
 * Why (a part of) a receivable is not insured.
 *
 * @param code stable, kebab-case
 */
public record Reason(String code) {

    /** More is open than the limit covers. */
    public static final Reason OVER_LIMIT = new Reason("over-limit");

    /** The share of covered receivables that the seller bears himself. */
    public static final Reason OWN_RETENTION = new Reason("own-retention");

    /** Neither a limit nor blind cover on the day of delivery. */
    public static final Reason NO_LIMIT = new Reason("no-limit");

    /** A limit stands on a related entity, not on the one that owes. */
    public static final Reason LIMIT_ON_OTHER_ENTITY = new Reason("limit-on-other-entity");

    /** The policy leaves this buyer, or buyers of its kind, out. */
    public static final Reason EXCLUDED = new Reason("excluded");

    /** No policy insured this seller on the day of delivery. */
    public static final Reason NO_POLICY = new Reason("no-policy");

    /** The customer's country is not insured. */
    public static final Reason COUNTRY_NOT_COVERED = new Reason("country-not-covered");

    /** The policy names countries and the customer's is not known yet. */
    public static final Reason COUNTRY_UNKNOWN = new Reason("country-unknown");

    /** The payment term is longer than the policy insures. */
    public static final Reason TERMS_TOO_LONG = new Reason("terms-too-long");

    /** The invoice was made out too long after delivery. */
    public static final Reason INVOICED_LATE = new Reason("invoiced-late");

    /** Delivered while cover was stopped by an overdue receivable. */
    public static final Reason AFTER_STOP = new Reason("after-stop");

    /** Suspended until the dispute is solved. */
    public static final Reason DISPUTED = new Reason("disputed");

    /** The policy insures without VAT, the ledger counts with it. */
    public static final Reason VAT = new Reason("vat");

    /** The policy insures without VAT and the amount without VAT is not known. */
    public static final Reason VAT_UNKNOWN = new Reason("vat-unknown");
}
