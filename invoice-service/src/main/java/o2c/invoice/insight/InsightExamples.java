package o2c.invoice.insight;

/** Examples of answers for the published API. */
final class InsightExamples {

    static final String AGEING = """
        {"asOf":"2026-03-31","groups":[{"segment":"regular","currency":"EUR","invoices":99,"total":"5725.06",
         "notDue":"4936.32","days1To30":"788.74","days31To60":"0.00","days61To90":"0.00","over90":"0.00",
         "unallocatedCash":"0.00","openCredits":"0.00","charges":"58.02"}]}\
        """;

    static final String SALES_DAYS = """
        {"asOf":"2025-03-31","method":"simple","days":"76.3200",
         "receivables":{"amount":"212000.00","currency":"EUR"},"sales":{"amount":"250000.00","currency":"EUR"},
         "periodDays":90,"bestPossibleDays":"54.0000","averageDaysDelinquent":"22.3200","complete":true}\
        """;

    static final String EFFECTIVENESS = """
        {"asOf":"2025-03-31","from":"2025-01-01","effectiveness":"77.86",
         "begin":{"amount":"180000.00","currency":"EUR"},"sales":{"amount":"250000.00","currency":"EUR"},
         "end":{"amount":"212000.00","currency":"EUR"},"endCurrent":{"amount":"150000.00","currency":"EUR"}}\
        """;

    private InsightExamples() {}
}
