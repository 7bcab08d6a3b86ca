package o2c.runtime.http.openapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import o2c.runtime.http.values.Kebab;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/** The names of the suite's enum constants in JSON, by the set of their names in Java. */
record EnumNames(Map<Set<String>, Map<String, String>> byConstants) {

    private static final String JSON_PROPERTY = "com.fasterxml.jackson.annotation.JsonProperty";

    static EnumNames of(IndexView index) {
        Map<Set<String>, Map<String, String>> all = new HashMap<>();
        index.getKnownClasses().stream()
                .filter(type -> type.isEnum() && type.name().toString().startsWith("o2c."))
                .map(EnumNames::names)
                .forEach(names -> all.put(new TreeSet<>(names.keySet()), names));
        return new EnumNames(all);
    }

    /** The values of an enumeration as JSON carries them; unchanged when it is not one of our enums. */
    List<Object> asTheyTravel(List<Object> values) {
        Set<String> constants = values.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> names = byConstants.get(constants);
        return names == null
                ? values
                : values.stream()
                        .map(value -> (Object) names.get(String.valueOf(value)))
                        .toList();
    }

    private static Map<String, String> names(ClassInfo type) {
        return type.enumConstants().stream().collect(Collectors.toMap(FieldInfo::name, EnumNames::name));
    }

    private static String name(FieldInfo constant) {
        AnnotationInstance explicit = constant.annotation(JSON_PROPERTY);
        return explicit == null || explicit.value() == null
                ? Kebab.ofConstant(constant.name())
                : explicit.value().asString();
    }
}
