package o2c.kernel;

/**
 * The domain says no, with a stable code. The same code stands in the problem document, the tests and the docs.
 * Nothing has been stored when this is thrown.
 */
public final class RuleBroken extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What kind of no this is; the HTTP status follows from it. */
    public enum Kind {
        /** The input is malformed whatever the state of the books (400). */
        INVALID,
        /** The caller may not do this, whoever else may (403). */
        FORBIDDEN,
        /** There is no such thing for this caller (404). */
        NOT_FOUND,
        /** It clashes with what is stored (409). */
        CONFLICT,
        /** Well formed, and refused by a rule (422). */
        REFUSED,
        /** It names a thing of another service that has not arrived yet (422 with {@code Retry-After: 1}). */
        NOT_YET_KNOWN
    }

    private final Kind kind;
    private final String code;
    private final String pointer;

    private RuleBroken(Kind kind, String code, String detail, String pointer) {
        super(detail, null, false, true);
        this.kind = kind;
        this.code = code;
        this.pointer = pointer;
    }

    public static RuleBroken invalid(String code, String detail) {
        return new RuleBroken(Kind.INVALID, code, detail, null);
    }

    public static RuleBroken forbidden(String code, String detail) {
        return new RuleBroken(Kind.FORBIDDEN, code, detail, null);
    }

    public static RuleBroken notFound(String code, String detail) {
        return new RuleBroken(Kind.NOT_FOUND, code, detail, null);
    }

    public static RuleBroken conflict(String code, String detail) {
        return new RuleBroken(Kind.CONFLICT, code, detail, null);
    }

    public static RuleBroken refused(String code, String detail) {
        return new RuleBroken(Kind.REFUSED, code, detail, null);
    }

    public static RuleBroken notYetKnown(String code, String detail) {
        return new RuleBroken(Kind.NOT_YET_KNOWN, code, detail, null);
    }

    /** The same refusal, naming the field it is about as a JSON Pointer, such as {@code /lines/0/quantity}. */
    public RuleBroken at(String jsonPointer) {
        return new RuleBroken(kind, code, getMessage(), jsonPointer);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** JSON Pointer of the field, or null when the refusal is about the whole. */
    public String pointer() {
        return pointer;
    }
}
