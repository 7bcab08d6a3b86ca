package o2c.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureRulesTest {

    private final JavaClasses sample = new ClassFileImporter().importPackages("o2c.testkit.sample");

    @Test
    void aDomainThatKnowsAFrameworkIsFound() {
        assertThat(broken(ArchitectureRules.THE_DOMAIN_KNOWS_NO_FRAMEWORK))
                .anyMatch(said -> said.contains("AssertFactory"));
    }

    @Test
    void aRuleThatReadsTheClockIsFound() {
        assertThat(broken(ArchitectureRules.NOBODY_READS_THE_CLOCK)).hasSize(1);
    }

    @Test
    void aDoubleInTheDomainIsFound() {
        assertThat(broken(ArchitectureRules.THE_DOMAIN_COUNTS_WITHOUT_FLOATING_POINT))
                .hasSize(1);
    }

    @Test
    void whatIsPublicForNobodyIsFound() {
        assertThat(broken(ArchitectureRules.WHAT_ONLY_ITS_FEATURE_NEEDS_IS_PACKAGE_PRIVATE))
                .anyMatch(said -> said.contains("GoodsManager"))
                .anyMatch(said -> said.contains("GoodsRow"));
    }

    @Test
    void anEmptyNameIsFound() {
        assertThat(broken(ArchitectureRules.NAMES_SAY_WHAT_A_THING_IS)).hasSize(1);
    }

    @Test
    void aFeatureThatTakesAnotherFeaturesRowIsFound() {
        assertThat(broken(ArchitectureRules.A_FEATURE_LEAVES_OTHER_FEATURES_TABLES_ALONE))
                .allMatch(said -> said.contains("Thief"))
                .isNotEmpty();
    }

    private List<String> broken(ArchRule rule) {
        return rule.evaluate(sample).getFailureReport().getDetails();
    }
}
