package o2c.credit.customers;

/**
 * One field of a PUT: absent keeps what is stored, null clears it.
 *
 * @param told whether the caller sent the field
 */
record Change<T>(boolean told, T value) {

    static <T> Change<T> keep() {
        return new Change<>(false, null);
    }

    static <T> Change<T> to(T value) {
        return new Change<>(true, value);
    }

    T or(T current) {
        return told ? value : current;
    }
}
