package o2c.suite.replay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes a small ledger from a seed, in the form that the built-in mapping reads; figures of it can be worked out. */
final class LedgerMaker {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d/yyyy");
    private static final String[] COUNTRIES = {"391", "406", "770", "818", "897"};
    private static final int TERM = 30;

    /** One invoice; every one is settled in the end. */
    record Item(
            String customer,
            String number,
            LocalDate issuedOn,
            LocalDate dueOn,
            BigDecimal amount,
            boolean flagged,
            LocalDate settledOn) {

        boolean isOpenOn(LocalDate day) {
            return !issuedOn.isAfter(day) && settledOn.isAfter(day);
        }

        boolean isLate() {
            return settledOn.isAfter(dueOn);
        }

        boolean isDisputed() {
            return flagged && settledOn.isAfter(issuedOn.plusDays(1));
        }
    }

    private LedgerMaker() {}

    static List<Item> items(long seed, int count, int customers, LocalDate begin, int days) {
        Random random = new Random(seed);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate issuedOn = begin.plusDays(i == 0 ? 0 : random.nextInt(days));
            items.add(new Item(
                    String.format("C%02d-MAKER", random.nextInt(customers)),
                    String.format("%06d", 100 + i),
                    issuedOn,
                    issuedOn.plusDays(TERM),
                    BigDecimal.valueOf(500 + random.nextInt(12_000), 2),
                    random.nextInt(4) == 0,
                    issuedOn.plusDays(random.nextInt(TERM + 25))));
        }
        return items;
    }

    /** As an export would write it: trailing zeros dropped, lines ended by CRLF. */
    static String csv(List<Item> items) {
        StringBuilder csv = new StringBuilder("countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,"
                + "InvoiceAmount,Disputed,SettledDate,PaperlessBill,DaysToSettle,DaysLate\r\n");
        for (Item item : items) {
            csv.append(String.join(
                            ",",
                            COUNTRIES[item.customer().hashCode() & 3],
                            item.customer(),
                            "4/6/2013",
                            item.number(),
                            DAY.format(item.issuedOn()),
                            DAY.format(item.dueOn()),
                            item.amount().stripTrailingZeros().toPlainString(),
                            item.flagged() ? "Yes" : "No",
                            DAY.format(item.settledOn()),
                            "Paper",
                            "0",
                            "0"))
                    .append("\r\n");
        }
        return csv.toString();
    }
}
