package o2c.runtime.http.json;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import o2c.runtime.http.values.Kebab;

/** Enums of the suite are written and read in kebab case; an annotated name on a constant goes before. */
final class KebabEnums extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
        if (type.getRawType().getName().startsWith("o2c.")) {
            for (int i = 0; i < constants.length; i++) {
                names[i] = Kebab.ofConstant(constants[i].name());
            }
        }
        return names;
    }
}
