package o2c.suite;

/** The suite cannot do what was asked; the message is one sentence for the person at the terminal. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refused(String sentence) {
        super(sentence, null, false, false);
    }
}
