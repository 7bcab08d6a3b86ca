package o2c.suite.rest;

/** What was asked cannot be done; the message is one sentence for the person at the terminal. */
public final class CannotGoOn extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CannotGoOn(String sentence) {
        super(sentence, null, false, false);
    }
}
