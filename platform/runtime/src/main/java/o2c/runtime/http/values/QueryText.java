package o2c.runtime.http.values;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import o2c.runtime.http.HttpRefusal;

/** Refuses text in the address that no database can keep: NUL and unpaired surrogates. */
public final class QueryText {

    private QueryText() {}

    public static void check(UriInfo address) {
        MultivaluedMap<String, String> query = address.getQueryParameters();
        query.forEach((name, values) -> {
            if (values.stream().anyMatch(value -> !Text.isStorable(value))) {
                throw new HttpRefusal(400, "text-malformed", Text.UNSTORABLE).at("/query/" + name);
            }
        });
        address.getPathParameters().values().forEach(values -> {
            if (values.stream().anyMatch(value -> !Text.isStorable(value))) {
                throw new HttpRefusal(404, "not-found", "there is nothing at this address");
            }
        });
    }
}
