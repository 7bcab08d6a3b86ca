package o2c.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * How the code of a service is laid out. A service's test names its own packages:
 *
 * <pre>
 * class ArchitectureTest {
 *     &#64;TestFactory
 *     Stream&lt;DynamicTest&gt; rules() {
 *         return ArchitectureRules.of("o2c.invoice");
 *     }
 * }
 * </pre>
 */
public final class ArchitectureRules {

    private static final String DOMAIN = "..domain..";
    private static final Pattern EMPTY_NAME =
            Pattern.compile(".*(Impl|Manager|Helper|Utils?|Dto|DTO)|(Abstract|Default)[A-Z].*|I[A-Z][a-z].*");
    private static final Set<String> HTTP_METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH");
    private static final String ROLES_ALLOWED = "jakarta.annotation.security.RolesAllowed";
    private static final String WRITES = "o2c.runtime.work.Writes";
    private static final String READS = "o2c.runtime.work.Reads";
    private static final String UPLOAD = "o2c.runtime.http.Upload";
    private static final String PANACHE = "io.quarkus.hibernate.orm.panache.PanacheRepositoryBase";

    static final ArchRule THE_DOMAIN_KNOWS_NO_FRAMEWORK = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "o2c.kernel..", "o2c.contracts", DOMAIN)
            .because("every business rule is plain Java")
            .allowEmptyShould(true);

    static final ArchRule NOBODY_READS_THE_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("o2c.runtime..")
            .should()
            .callMethodWhere(readsTheClock())
            .because("a business day is a parameter, and instants come from the platform")
            .allowEmptyShould(true);

    static final ArchRule THE_DOMAIN_COUNTS_WITHOUT_FLOATING_POINT = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should(ArchitectureConditions.useNoFloatingPoint())
            .because("money is never a double")
            .allowEmptyShould(true);

    static final ArchRule WHAT_ONLY_ITS_FEATURE_NEEDS_IS_PACKAGE_PRIVATE = classes()
            .that()
            .resideOutsideOfPackage(DOMAIN)
            .and()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .and(areNotGenerated())
            .should(ArchitectureConditions.beUsedByAnotherFeature())
            .andShould()
            .haveSimpleNameNotEndingWith("Row")
            .andShould()
            .haveSimpleNameNotEndingWith("Resource")
            .because("a feature shows its use cases, nothing else")
            .allowEmptyShould(true);

    static final ArchRule EVERY_CALL_NAMES_ITS_SCOPE = methods()
            .that(areHttpCalls())
            .should()
            .beAnnotatedWith(ROLES_ALLOWED)
            .because("access is denied unless a scope is named")
            .allowEmptyShould(true);

    static final ArchRule EVERY_CALL_SAYS_WHETHER_IT_WRITES = methods()
            .that(areHttpCalls())
            .should()
            .beAnnotatedWith(WRITES)
            .orShould()
            .beAnnotatedWith(READS)
            .orShould()
            .beAnnotatedWith(UPLOAD)
            .because("the transaction follows from it")
            .allowEmptyShould(true);

    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = classes()
            .that()
            .areTopLevelClasses()
            .should(ArchitectureConditions.haveNameNotMatching(EMPTY_NAME))
            .because("names come from the business")
            .allowEmptyShould(true);

    static final ArchRule A_FEATURE_LEAVES_OTHER_FEATURES_TABLES_ALONE = classes()
            .that()
            .resideOutsideOfPackage(DOMAIN)
            .should(ArchitectureConditions.leaveOtherFeaturesTablesAlone(isATableOrResource()))
            .because("another feature is asked through its use case")
            .allowEmptyShould(true);

    private static final Map<String, ArchRule> ALL = Map.of(
            "the domain knows no framework", THE_DOMAIN_KNOWS_NO_FRAMEWORK,
            "nobody reads the clock", NOBODY_READS_THE_CLOCK,
            "the domain counts without floating point", THE_DOMAIN_COUNTS_WITHOUT_FLOATING_POINT,
            "what only its feature needs is package-private", WHAT_ONLY_ITS_FEATURE_NEEDS_IS_PACKAGE_PRIVATE,
            "every call names its scope", EVERY_CALL_NAMES_ITS_SCOPE,
            "every call says whether it writes", EVERY_CALL_SAYS_WHETHER_IT_WRITES,
            "names say what a thing is", NAMES_SAY_WHAT_A_THING_IS,
            "a feature leaves other features' tables alone", A_FEATURE_LEAVES_OTHER_FEATURES_TABLES_ALONE);

    private ArchitectureRules() {}

    /** One test per rule, on the production classes of these packages. */
    public static Stream<DynamicTest> of(String... packages) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(packages);
        return ALL.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(classes)));
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
        return DescribedPredicate.describe(
                "reads the clock",
                access -> access.getTargetOwner().getPackageName().equals("java.time")
                                && (access.getName().equals("now")
                                        || access.getTargetOwner()
                                                        .getSimpleName()
                                                        .equals("Clock")
                                                && access.getName().startsWith("system"))
                        || access.getTargetOwner().getName().equals("java.lang.System")
                                && access.getName().equals("currentTimeMillis"));
    }

    private static DescribedPredicate<JavaClass> areNotGenerated() {
        return DescribedPredicate.describe(
                "are not generated", type -> !type.getSimpleName().contains("_") && !type.isAnnotation());
    }

    private static DescribedPredicate<JavaMethod> areHttpCalls() {
        return DescribedPredicate.describe(
                "answer an HTTP call",
                method -> method.getAnnotations().stream()
                        .anyMatch(annotation ->
                                annotation.getRawType().getPackageName().equals("jakarta.ws.rs")
                                        && HTTP_METHODS.contains(
                                                annotation.getRawType().getSimpleName())));
    }

    private static DescribedPredicate<JavaClass> isATableOrResource() {
        return DescribedPredicate.describe(
                "is a row, a repository or a resource",
                type -> type.getSimpleName().endsWith("Row")
                        || type.getSimpleName().endsWith("Resource")
                        || type.isAssignableTo(PANACHE));
    }
}
