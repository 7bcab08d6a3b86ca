package o2c.runtime.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation whose body is a file: it is read as a stream, never as a whole, and may have up to 256 MiB. Its
 * hash is known only when the stream has been read, so its idempotency key belongs to the job that it starts.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Upload {}
