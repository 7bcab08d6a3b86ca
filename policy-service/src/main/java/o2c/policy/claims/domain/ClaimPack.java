package o2c.policy.claims.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * The papers an insurer asks for with a claim: which are there, which are missing.
 *
 * @param papers those that are there, each with its hash
 * @param gaps those that are missing
 */
public record ClaimPack(List<Paper> papers, List<Gap> gaps) {

    /** What an insurer asks for. */
    public enum Kind {
        ORDER,
        TERMS,
        INVOICE,
        PROOF_OF_DELIVERY,
        STATEMENT,
        LIMIT_DECISION,
        OVERDUE_REPORT,
        REMINDER,
        HAND_OVER,
        INSOLVENCY_NOTICE,
        DISPUTE_ANSWER,
        CORRESPONDENCE
    }

    /**
     * A paper that is there.
     *
     * @param invoiceNumber the receivable it is about, or null when it is about the claim
     * @param sha256 of its bytes, in hexadecimal
     */
    public record Paper(Kind kind, String invoiceNumber, String name, String sha256) {}

    /** A paper that is missing. */
    public record Gap(Kind kind, String invoiceNumber) {}

    private static final List<Kind> PER_INVOICE =
            List.of(Kind.INVOICE, Kind.PROOF_OF_DELIVERY, Kind.STATEMENT, Kind.OVERDUE_REPORT, Kind.REMINDER);
    private static final List<Kind> PER_CLAIM = List.of(Kind.TERMS, Kind.LIMIT_DECISION);

    /** Holds what is there against what is asked for. */
    public static ClaimPack of(Claim claim, List<Paper> papers) {
        List<Gap> gaps = new ArrayList<>();
        PER_CLAIM.forEach(kind -> ask(kind, null, papers, gaps));
        ask(claim.cause() == Claim.Cause.INSOLVENCY ? Kind.INSOLVENCY_NOTICE : Kind.HAND_OVER, null, papers, gaps);
        claim.invoices().forEach(invoice -> PER_INVOICE.forEach(kind -> ask(kind, invoice.number(), papers, gaps)));
        return new ClaimPack(List.copyOf(papers), List.copyOf(gaps));
    }

    public boolean isComplete() {
        return gaps.isEmpty();
    }

    private static void ask(Kind kind, String invoiceNumber, List<Paper> papers, List<Gap> gaps) {
        boolean there = papers.stream()
                .anyMatch(paper -> paper.kind() == kind
                        && (paper.invoiceNumber() == null
                                || paper.invoiceNumber().equals(invoiceNumber)));
        if (!there) {
            gaps.add(new Gap(kind, invoiceNumber));
        }
    }
}
