package o2c.suite.bench;

import o2c.contracts.Publisher;
import o2c.suite.rest.RunningSuite;

/** Resident memory of the services as they run. */
final class Memory {

    private Memory() {}

    static void tell(RunningSuite suite, Sheet sheet, String when) {
        sheet.title("Resident memory, " + when);
        double sum = 0;
        for (Publisher service : Publisher.values()) {
            double mib = suite.pid(service).flatMap(Machine::residentMib).orElse(0.0);
            double own = suite.pid(service).flatMap(Machine::ownMib).orElse(0.0);
            sum += mib;
            sheet.row(
                    RunningSuite.nameOf(service) + " (without mapped files " + Sheet.number(own, "MiB") + ")",
                    Sheet.number(mib, "MiB"),
                    "<= 240 MiB");
        }
        sheet.row("all four", Sheet.number(sum, "MiB"), "<= 960 MiB");
    }
}
