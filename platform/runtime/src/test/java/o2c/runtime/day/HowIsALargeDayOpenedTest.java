package o2c.runtime.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import o2c.runtime.backlog.Backlog;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Unit;
import o2c.runtime.work.Work;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("How is a day opened that brings much work?")
class HowIsALargeDayOpenedTest {

    private static final String TENANT = "other";

    @Inject
    DayOpener opener;

    @Inject
    Parts parts;

    @Inject
    Tenancy tenancy;

    @Inject
    Backlog backlog;

    @Inject
    Work work;

    /** A sweep of four parts, of which one may fail. */
    @Singleton
    static class Parts implements DaySweep {
        private final List<Unit> transactions = new ArrayList<>();
        private int left;
        private int failing = -1;

        @Override
        public boolean some(LocalDate day) {
            if (!Unit.current().tenant().equals(TENANT) || left == 0) {
                return false;
            }
            if (left == failing) {
                failing = -1;
                throw new IllegalStateException("this part fails once");
            }
            transactions.add(Unit.current());
            return --left > 0;
        }
    }

    @AfterEach
    void nothingLeft() {
        parts.transactions.clear();
        parts.left = 0;
    }

    @Test
    @DisplayName("Part by part, each in a transaction of its own, before the call returns")
    void inParts() {
        LocalDate next = tomorrow();
        parts.left = 4;
        assertThat(opener.open(TENANT, next).opened()).isTrue();
        assertThat(parts.transactions).hasSize(4).doesNotHaveDuplicates();
        assertThat(openWork()).isZero();
        assertThat(opener.open(TENANT, next).opened()).isFalse();
        assertThat(parts.transactions).hasSize(4);
    }

    @Test
    @DisplayName("A part that fails leaves the day unfinished, which shows, and the clock goes on with it")
    void goesOn() {
        LocalDate next = tomorrow();
        parts.left = 4;
        parts.failing = 2;
        assertThatThrownBy(() -> opener.open(TENANT, next)).hasMessage("this part fails once");
        assertThat(parts.transactions).hasSize(2);
        assertThat(openWork()).isEqualTo(1);

        opener.followTheCalendar();

        assertThat(parts.transactions).hasSize(4);
        assertThat(openWork()).isZero();
    }

    private LocalDate tomorrow() {
        return work.reading(TENANT, () -> tenancy.today().plusDays(1));
    }

    private long openWork() {
        return work.reading(TENANT, () -> backlog.now().openJobs());
    }
}
