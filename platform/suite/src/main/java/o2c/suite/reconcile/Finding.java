package o2c.suite.reconcile;

/** One thing that was looked at beside the balances. */
public record Finding(String service, String what, boolean fine, String detail) {}
