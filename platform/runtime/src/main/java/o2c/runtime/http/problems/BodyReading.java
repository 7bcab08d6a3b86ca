package o2c.runtime.http.problems;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import o2c.runtime.http.HttpRefusal;

/** Watches over the reading of bodies: a missing one is refused, whatever fails is marked as the caller's. */
@Provider
class BodyReading implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body;
        try {
            body = context.proceed();
        } catch (HttpRefusal | NotSupportedException refused) {
            throw refused;
        } catch (IOException | RuntimeException refused) {
            throw new BodyRefused(refused);
        }
        if (body == null) {
            throw new HttpRefusal(400, "body-missing", "this operation needs a body").at("");
        }
        return body;
    }
}
