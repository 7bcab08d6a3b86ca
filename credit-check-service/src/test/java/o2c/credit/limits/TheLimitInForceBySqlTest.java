package o2c.credit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import o2c.credit.Api;
import o2c.credit.limits.domain.CreditLimit;
import o2c.credit.limits.domain.CreditLimits;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.runtime.books.Moment;
import o2c.runtime.work.Work;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("The limit in force is the same by statement and by rule")
class TheLimitInForceBySqlTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 60;

    @Inject
    LimitBooks books;

    @Inject
    Work work;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void onEveryDayOfGeneratedLimits(long seed) {
        String customer = Api.newId();
        Random random = new Random(seed);
        List<CreditLimit> versions = IntStream.rangeClosed(1, 8)
                .mapToObj(version -> {
                    LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
                    return new CreditLimit(
                            version,
                            Money.of(version + "00.00", "EUR"),
                            from,
                            random.nextInt(3) == 0 ? null : from.plusDays(random.nextInt(20)),
                            "generated");
                })
                .toList();
        CreditLimits rule = new CreditLimits(customer, versions);
        work.run("demo", () -> versions.forEach(version -> books.add(customer, version, Ids.next())));

        work.run("demo", () -> {
            assertThat(books.locked(customer)).isEqualTo(rule);
            IntStream.rangeClosed(-1, DAYS + 20)
                    .mapToObj(FIRST::plusDays)
                    .forEach(day -> assertThat(books.inForce(customer, Moment.asKnownNow(day)))
                            .as("on %s", day)
                            .isEqualTo(rule.inForceOn(day)));
        });
    }
}
