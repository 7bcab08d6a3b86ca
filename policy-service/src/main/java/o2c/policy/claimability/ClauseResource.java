package o2c.policy.claimability;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import o2c.policy.claimability.ClauseExamples.Clause;
import o2c.policy.claimability.ClauseExamples.Example;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/policy-clauses")
@Tag(name = "Policies")
class ClauseResource {

    private final ClauseExamples examples;

    ClauseResource(ClauseExamples examples) {
        this.examples = examples;
    }

    /** An example and the clauses it breaks, found by the rules when asked. */
    record ExampleView(Example example, List<String> broken) {}

    /** A clause of a policy: {@code reason} is the code under which its breach is shown. */
    record ClauseView(String clause, String reason, String asks, ExampleView passing, ExampleView failing) {}

    /** All of them. */
    record ClausesView(List<ClauseView> items) {}

    @GET
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "listPolicyClauses",
            summary = "Each clause with a passing and a failing example",
            description = "clause is the field of PUT /v1/policies/{policyId}; the examples are run through the rules"
                    + " when asked: broken is empty for the passing one and names the reason for the failing one."
                    + " Scope: policy:read.")
    public ClausesView list() {
        return new ClausesView(examples.all().stream().map(this::view).toList());
    }

    private ClauseView view(Clause clause) {
        return new ClauseView(
                clause.clause(), clause.reason(), clause.asks(), view(clause.passing()), view(clause.failing()));
    }

    private ExampleView view(Example example) {
        return new ExampleView(example, examples.broken(example));
    }
}
