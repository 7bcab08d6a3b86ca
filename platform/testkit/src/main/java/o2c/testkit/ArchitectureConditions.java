package o2c.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Conditions that the fluent rules of {@link ArchitectureRules} cannot say. */
final class ArchitectureConditions {

    private static final Set<String> FLOATING_POINT = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private ArchitectureConditions() {}

    static ArchCondition<JavaClass> useNoFloatingPoint() {
        return condition(
                "use no double or float",
                type -> typesIn(type)
                        .filter(used -> FLOATING_POINT.contains(
                                used.getBaseComponentType().getName()))
                        .distinct()
                        .map(used -> type.getName() + " uses " + used.getName()));
    }

    static ArchCondition<JavaClass> beUsedByAnotherFeature() {
        return condition(
                "be used by another feature",
                type -> usedElsewhere(type)
                        ? Stream.empty()
                        : Stream.of(type.getName() + " is public, but no other package uses it"));
    }

    static ArchCondition<JavaClass> haveNameNotMatching(Pattern pattern) {
        return condition(
                "have a name that means something",
                type -> pattern.matcher(type.getSimpleName()).matches()
                        ? Stream.of(type.getName() + " has an empty word in its name")
                        : Stream.empty());
    }

    static ArchCondition<JavaClass> leaveOtherFeaturesTablesAlone(DescribedPredicate<JavaClass> tables) {
        return condition(
                "leave other features' tables alone",
                type -> type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> isAnotherFeature(use.getTargetClass(), type))
                        .filter(use -> tables.test(use.getTargetClass()))
                        .map(Dependency::getDescription));
    }

    private static boolean isAnotherFeature(JavaClass used, JavaClass user) {
        return used.getPackageName().startsWith("o2c.")
                && !used.getPackageName().equals(user.getPackageName());
    }

    private static boolean usedElsewhere(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    private static Stream<JavaClass> typesIn(JavaClass type) {
        Stream<JavaClass> fields = type.getFields().stream().map(JavaField::getRawType);
        Stream<JavaClass> signatures = type.getCodeUnits().stream().flatMap(ArchitectureConditions::signature);
        return Stream.concat(fields, signatures);
    }

    private static Stream<JavaClass> signature(JavaCodeUnit unit) {
        return Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()));
    }

    private static ArchCondition<JavaClass> condition(
            String description, Function<JavaClass, Stream<String>> violations) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                violations.apply(type).forEach(said -> events.add(SimpleConditionEvent.violated(type, said)));
            }
        };
    }
}
