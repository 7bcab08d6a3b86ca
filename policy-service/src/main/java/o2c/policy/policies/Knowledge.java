package o2c.policy.policies;

import o2c.policy.policies.domain.AsKnown;
import o2c.runtime.books.Moment;

/** The state of knowledge of a moment of the books, in the words of the rules. */
public final class Knowledge {

    private Knowledge() {}

    public static AsKnown of(Moment moment) {
        return moment.latest() ? AsKnown.NOW : new AsKnown(moment.knownAt(), moment.knownOn());
    }
}
