package o2c.runtime.books;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The {@code asOf} and {@code knownAt} of a read, taken as a bean parameter; {@link Books#moment} understands them. */
public class InTime {

    @QueryParam("asOf")
    @Parameter(
            description = "State at the close of this business day; today unless told. A later day: 422"
                    + " `date-in-future`.")
    LocalDate asOf;

    @QueryParam("knownAt")
    @Parameter(
            description = "As it was known then: an instant (at least 10 s old, else 422 `known-at-too-recent`), or a"
                    + " day, which is compared with the business date of recording. All that is known unless told.")
    String knownAt;
}
