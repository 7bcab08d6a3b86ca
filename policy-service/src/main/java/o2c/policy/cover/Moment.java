package o2c.policy.cover;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import o2c.kernel.RuleBroken;
import o2c.policy.policies.domain.AsKnown;
import o2c.runtime.http.Days;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The day a question is about, and the moment as of whose knowledge it is answered. */
class Moment {

    @QueryParam("asOf")
    @Parameter(description = "The close of this business day; today unless told. A later day: 422 `date-in-future`.")
    LocalDate asOf;

    @QueryParam("knownAt")
    @Parameter(
            description = "As it was known then: an instant (at least 10 s old, else 422 `known-at-too-recent`), or a"
                    + " day, which counts business dates of recording. Everything known unless told.")
    String knownAt;

    LocalDate day(LocalDate today) {
        if (asOf != null && asOf.isAfter(today)) {
            throw RuleBroken.refused("date-in-future", "the business date is " + today)
                    .at("/asOf");
        }
        return asOf == null ? today : asOf;
    }

    AsKnown known() {
        if (knownAt == null) {
            return AsKnown.NOW;
        }
        try {
            return knownAt.contains("T") ? AsKnown.at(Days.instant(knownAt)) : AsKnown.on(Days.day(knownAt));
        } catch (RuleBroken malformed) {
            throw malformed.at("/knownAt");
        }
    }
}
