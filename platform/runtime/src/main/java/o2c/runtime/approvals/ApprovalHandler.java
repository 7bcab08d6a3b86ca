package o2c.runtime.approvals;

/** Acts on decisions of one kind. */
public interface ApprovalHandler {

    /** The kind given to {@link Approvals#request}. */
    String kind();

    /** Called in the transaction of the decision; a refusal thrown here undoes it. */
    void decided(Approval approval);
}
