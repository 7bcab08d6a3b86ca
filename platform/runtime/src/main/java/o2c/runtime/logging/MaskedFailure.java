package o2c.runtime.logging;

/** Stands in for a failure whose message holds what no log may hold: same name, same places, masked message. */
final class MaskedFailure extends Throwable {

    private static final long serialVersionUID = 1;
    private static final int DEEPEST = 20;

    private final String name;

    private MaskedFailure(Throwable original, Throwable maskedCause) {
        super(Masking.mask(original.getMessage()), maskedCause, true, true);
        this.name = original.getClass().getName();
        setStackTrace(original.getStackTrace());
    }

    /** The failure itself when there is nothing to mask in it or its causes. */
    static Throwable of(Throwable failure) {
        return isClean(failure) ? failure : masked(failure, 0);
    }

    @Override
    public String toString() {
        return getMessage() == null ? name : name + ": " + getMessage();
    }

    private static MaskedFailure masked(Throwable failure, int depth) {
        Throwable cause = failure.getCause();
        boolean further = cause != null && cause != failure && depth < DEEPEST;
        MaskedFailure masked = new MaskedFailure(failure, further ? masked(cause, depth + 1) : null);
        if (depth < DEEPEST) {
            for (Throwable beside : failure.getSuppressed()) {
                masked.addSuppressed(masked(beside, depth + 1));
            }
        }
        return masked;
    }

    private static boolean isClean(Throwable failure) {
        Throwable link = failure;
        for (int depth = 0; link != null && depth < DEEPEST; depth++) {
            String message = link.getMessage();
            if (link.getSuppressed().length > 0 || message != null && !message.equals(Masking.mask(message))) {
                return false;
            }
            link = link.getCause();
        }
        return true;
    }
}
