package o2c.dunning.promises.domain;

import static o2c.dunning.cases.domain.Given.day;
import static o2c.dunning.cases.domain.Given.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import o2c.contracts.DunningEvent.PromiseBroken;
import o2c.contracts.DunningEvent.PromiseKept;
import o2c.contracts.DunningEvent.PromiseMade;
import o2c.dunning.agreements.domain.AgreedItem;
import o2c.dunning.agreements.domain.Grace;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Is a promise to pay kept?")
class IsAPromiseKeptTest {

    private static final AgreedItem ITEM = new AgreedItem(new UUID(0, 1), "F-1", eur("300.00"));

    @ParameterizedTest(name = "{0} received by {1}: {2}")
    @CsvSource({
        "200.00, 2026-03-10, kept",
        "199.00, 2026-03-10, kept",
        "198.99, 2026-03-17, open",
        "0.00, 2026-03-17, open",
        "0.00, 2026-03-18, broken",
        "198.99, 2026-03-18, partly-kept",
        "250.00, 2026-03-18, kept",
    })
    @DisplayName("Two bank days and 1.00 are forgiven: promised are 200.00 by Friday, 13 March")
    void look(String received, String day, String status) {
        Decision<Promise> decision = promise("200.00", "2026-03-13").look(eur(received), day(day));

        assertThat(decision.next().status()).isEqualTo(status);
        assertThat(decision.events()).hasSize(status.equals("open") ? 0 : 1);
        if (status.equals("kept")) {
            assertThat(((PromiseKept) decision.events().get(0)).received()).isEqualTo(eur(received));
        } else if (!status.equals("open")) {
            assertThat(((PromiseBroken) decision.events().get(0)).outcome()).isEqualTo(status);
        }
        assertThat(decision.next().look(eur("0.00"), day("2026-04-01")).changedNothing())
                .isEqualTo(!status.equals("open"));
    }

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @CsvSource({
        "200.00, 2026-03-08, promised-on-in-past",
        "200.00, 2026-04-10, promised-on-too-late",
        "0.00, 2026-03-13, amount-not-positive",
        "300.01, 2026-03-13, promise-exceeds-outstanding",
    })
    @DisplayName("What makes no sense is refused")
    void refused(String amount, String promisedOn, String code) {
        assertThatThrownBy(() -> make(eur(amount), promisedOn)).hasFieldOrPropertyWithValue("code", code);
    }

    @Test
    @DisplayName("Without an amount it is for all that is open; nothing can be promised on nothing")
    void whole() {
        Decision<Promise> made = make(null, "2026-03-13");

        assertThat(made.next().amount()).isEqualTo(eur("300.00"));
        assertThat(((PromiseMade) made.events().get(0)).invoices()).containsExactly(new UUID(0, 1));
        assertThatThrownBy(() -> Promise.make(
                        new UUID(0, 9),
                        new Promise.Account("C-1", "S-1"),
                        List.of(new AgreedItem(new UUID(0, 1), "F-1", eur("0.00"))),
                        null,
                        new Promise.Term(day("2026-03-13"), new Grace(2, eur("1.00"))),
                        noted()))
                .hasFieldOrPropertyWithValue("code", "nothing-open");
    }

    @Test
    @DisplayName("It can be taken back once")
    void withdrawn() {
        Promise withdrawn = promise("200.00", "2026-03-13")
                .withdraw(eur("0.00"), day("2026-03-10"))
                .next();

        assertThat(withdrawn.status()).isEqualTo("withdrawn");
        assertThatThrownBy(() -> withdrawn.withdraw(eur("0.00"), day("2026-03-11")))
                .hasFieldOrPropertyWithValue("code", "promise-ended");
    }

    private static Promise promise(String amount, String promisedOn) {
        return make(eur(amount), promisedOn).next();
    }

    private static Decision<Promise> make(Money amount, String promisedOn) {
        return Promise.make(
                new UUID(0, 9),
                new Promise.Account("C-1", "S-1"),
                List.of(ITEM),
                amount,
                new Promise.Term(day(promisedOn), new Grace(2, eur("1.00"))),
                noted());
    }

    private static Promise.Noted noted() {
        return new Promise.Noted("call", "Jan", "anna", day("2026-03-09"));
    }
}
