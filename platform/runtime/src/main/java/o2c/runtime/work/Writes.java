package o2c.runtime.work;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A REST operation that changes something: one transaction on the caller's books. A POST needs an
 * {@code Idempotency-Key}; the same key with the same request gets the first answer again.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Writes {

    /** False for a POST whose repetition does no harm. */
    @Nonbinding
    boolean keyRequired() default true;
}
