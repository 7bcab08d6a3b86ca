package o2c.dunning.parties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import o2c.contracts.CreditEvent.CustomerChanged;
import o2c.contracts.CreditEvent.CustomerRegistered;
import o2c.contracts.CreditEvent.Personal;
import o2c.runtime.inbox.Heard;

/** Keeps the own copy of a customer. */
@ApplicationScoped
class WhenCustomerRegistered {

    private final Parties parties;

    WhenCustomerRegistered(Parties parties) {
        this.parties = parties;
    }

    void on(@Observes CustomerRegistered e, Heard heard) {
        parties.customerTold(
                new Parties.CustomerFacts(
                        e.customerId(), e.country(), e.kind(), e.segment(), e.language(), nameIn(e.personal())),
                heard.sequence());
    }

    void on(@Observes CustomerChanged e, Heard heard) {
        parties.customerTold(
                new Parties.CustomerFacts(
                        e.customerId(), e.country(), e.kind(), e.segment(), e.language(), nameIn(e.personal())),
                heard.sequence());
    }

    private static String nameIn(Personal personal) {
        return Optional.ofNullable(personal).map(Personal::name).orElse(null);
    }
}
