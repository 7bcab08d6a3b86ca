package o2c.suite.bench;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;

/** Invoices made from a seed: many customers, amounts from 10.00 to 5,000.00. */
record Rows(String[] customers, String[] numbers, BigDecimal[] amounts, LocalDate issuedOn, LocalDate dueOn) {

    private static final int CUSTOMERS = 2_000;
    private static final int TERM = 30;

    static Rows make(String prefix, int count, LocalDate day) {
        Random random = new Random(20_260_105L);
        String[] customers = new String[count];
        String[] numbers = new String[count];
        BigDecimal[] amounts = new BigDecimal[count];
        for (int i = 0; i < count; i++) {
            customers[i] = "bench-" + random.nextInt(CUSTOMERS);
            numbers[i] = prefix + i;
            amounts[i] = BigDecimal.valueOf(1_000 + random.nextInt(499_001), 2);
        }
        return new Rows(customers, numbers, amounts, day, day.plusDays(TERM));
    }

    int count() {
        return numbers.length;
    }

    /** As the import takes them. */
    byte[] csv() {
        StringBuilder csv = new StringBuilder("sellerId,customerId,invoiceNumber,issuedOn,dueOn,amount,currency\n");
        for (int i = 0; i < numbers.length; i++) {
            csv.append(Ground.SELLER)
                    .append(',')
                    .append(customers[i])
                    .append(',')
                    .append(numbers[i])
                    .append(',')
                    .append(issuedOn)
                    .append(',')
                    .append(dueOn)
                    .append(',')
                    .append(amounts[i])
                    .append(",EUR\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
