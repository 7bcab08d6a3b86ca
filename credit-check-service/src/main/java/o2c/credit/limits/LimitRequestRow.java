package o2c.credit.limits;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import o2c.credit.limits.domain.LimitRequest;
import o2c.kernel.Money;
import org.hibernate.annotations.TenantId;

@Entity
@Table(name = "credit_limit_request")
class LimitRequestRow {

    @Id
    UUID id;

    @TenantId
    String tenant;

    @Column(name = "customer_id")
    String customerId;

    BigDecimal amount;
    String currency;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    String reason;
    String status;

    @Column(name = "requested_by")
    String requestedBy;

    @Column(name = "requested_on")
    LocalDate requestedOn;

    @Column(name = "approval_id")
    UUID approvalId;

    @Column(name = "decided_by")
    String decidedBy;

    @Column(name = "decided_on")
    LocalDate decidedOn;

    @Column(name = "decision_reason")
    String decisionReason;

    @Version
    long version;

    static LimitRequestRow of(LimitRequest request, LocalDate today) {
        LimitRequestRow row = new LimitRequestRow();
        row.id = request.requestId();
        row.customerId = request.customerId();
        row.amount = request.amount().amount();
        row.currency = request.amount().currency().getCurrencyCode();
        row.validFrom = request.validFrom();
        row.validTo = request.validTo();
        row.reason = request.reason();
        row.status = request.status().code();
        row.requestedBy = request.requestedBy();
        row.requestedOn = today;
        return row;
    }

    LimitRequest toRequest() {
        return new LimitRequest(
                id, customerId, money(), validFrom, validTo, reason, LimitRequest.Status.of(status), requestedBy);
    }

    Money money() {
        return Money.padded(amount.stripTrailingZeros(), Currency.getInstance(currency));
    }
}
