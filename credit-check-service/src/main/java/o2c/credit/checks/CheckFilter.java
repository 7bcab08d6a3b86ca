package o2c.credit.checks;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which credit checks are wanted; what is absent does not narrow. */
class CheckFilter {

    @QueryParam("customerId")
    String customerId;

    @QueryParam("orderId")
    String orderId;

    @QueryParam("purpose")
    @Parameter(description = "quote, order, shipment or invoice.")
    String purpose;

    @QueryParam("verdict")
    @Parameter(description = "approved, approved-with-prepayment, referred or declined.")
    String verdict;

    @QueryParam("checkedFrom")
    @Parameter(description = "First business date.")
    LocalDate checkedFrom;

    @QueryParam("checkedTo")
    @Parameter(description = "Last business date.")
    LocalDate checkedTo;
}
