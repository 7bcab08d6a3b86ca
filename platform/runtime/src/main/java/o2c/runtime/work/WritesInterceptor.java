package o2c.runtime.work;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Optional;
import o2c.runtime.access.Caller;
import o2c.runtime.http.HttpRefusal;
import o2c.runtime.http.RequestFacts;

@Writes
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 300)
class WritesInterceptor {

    private static final String SEQUENCE = "O2C-Sequence";
    private static final String REPLAYED = "Idempotent-Replayed";

    private final Work work;
    private final Caller caller;
    private final RequestFacts request;
    private final FirstAnswers firstAnswers;
    private final Footprint footprint;

    WritesInterceptor(Work work, Caller caller, RequestFacts request, FirstAnswers firstAnswers, Footprint footprint) {
        this.work = work;
        this.caller = caller;
        this.request = request;
        this.firstAnswers = firstAnswers;
        this.footprint = footprint;
    }

    /**
     * What goes back to the caller.
     *
     * @param sequence {@code <publisher>;<customerId>;<n>} of the events announced, or null when there are none or
     *     several customers are concerned
     */
    record Answered(Object answer, String sequence, boolean replayed) {}

    @AroundInvoke
    Object around(InvocationContext call) {
        Optional<String> key = request.idempotencyKey();
        if (key.isEmpty() && keyRequired(call)) {
            throw new HttpRefusal(400, "idempotency-key-missing", "this operation needs the header Idempotency-Key");
        }
        Answered answered =
                work.in(caller.tenant(), () -> key.map(k -> once(k, call)).orElseGet(() -> write(call)));
        Optional.ofNullable(answered.sequence()).ifPresent(value -> request.answerWith(SEQUENCE, value));
        if (answered.replayed()) {
            request.answerWith(REPLAYED, "true");
        }
        return answered.answer();
    }

    /** The first request with this key does the work and leaves its answer; every other one gets that answer. */
    private Answered once(String key, InvocationContext call) {
        return firstAnswers.claim(key, call.getMethod()).orElseGet(() -> firstAnswers.keep(key, write(call)));
    }

    private Answered write(InvocationContext call) {
        Object answer = proceed(call);
        return new Answered(answer, footprint.leave(), false);
    }

    private boolean keyRequired(InvocationContext call) {
        Writes writes = call.getMethod().getAnnotation(Writes.class);
        return request.route().startsWith("POST ") && (writes == null || writes.keyRequired());
    }

    static Object proceed(InvocationContext call) {
        try {
            return call.proceed();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
