package o2c.runtime.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatNeverReachesALogTest {

    private final PersonalDataFilter filter = new PersonalDataFilter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paid from NL91ABNA0417164300 today|paid from [iban] today",
                "paid from NL91 ABNA 0417 1643 00.|paid from [iban].",
                "DE89370400440532013000|[iban]",
                "mail to j.doe+x@mail.example.co.uk failed|mail to [e-mail] failed",
                "call +31 6 1234 5678 now|call [phone] now",
                "call +49-30-1234567|call [phone]",
                "call 06-12345678|call [phone]",
                "VAT NL123456789B01|VAT [vat-id]",
                "VAT DE123456789, ATU12345678|VAT [vat-id], [vat-id]",
                "Authorization: Bearer abc.def-ghi|Authorization: [token]",
                "token eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln|token [token]"
            })
    void personalDataAndSecretsAreMasked(String said, String logged) {
        assertThat(Masking.mask(said)).isEqualTo(logged);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invoice 01890a5d-ac96-774b-bcce-b302099a8057 of C-100 is overdue since 2026-01-05",
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "took 1234567 ms for 12.50 EUR",
                "opened 127.0.0.1:41234 at 2026-11-21 23:22:38,403",
                "POST /v1/invoices/{invoiceId}/credit-notes failed"
            })
    void businessAndTechnicalFactsStay(String said) {
        assertThat(Masking.mask(said)).isEqualTo(said);
    }

    @Test
    void nobodyCanForgeALineOfTheLog() {
        assertThat(Masking.mask("name\r\n2026-01-05 INFO all is well\u001b[31m"))
                .isEqualTo("name␤␤2026-01-05 INFO all is well␤[31m");
    }

    @Test
    void parametersOfAMessageAreMaskedToo() {
        ExtLogRecord entry = new ExtLogRecord(
                Level.INFO,
                "mail to %s",
                ExtLogRecord.FormatStyle.PRINTF,
                getClass().getName());
        entry.setParameters(new Object[] {"j.doe@mail.example"});

        filter.isLoggable(entry);

        assertThat(entry.getFormattedMessage()).isEqualTo("mail to [e-mail]");
    }

    @Test
    void failuresAreMaskedThroughAllTheirCauses() {
        Exception failure = new IllegalStateException(
                "outside", new IllegalArgumentException("Key (email)=(j.doe@mail.example) already exists"));
        ExtLogRecord entry = new ExtLogRecord(Level.SEVERE, "failed", getClass().getName());
        entry.setThrown(failure);

        filter.isLoggable(entry);

        assertThat(entry.getThrown()).hasToString("java.lang.IllegalStateException: outside");
        assertThat(entry.getThrown().getCause())
                .hasToString("java.lang.IllegalArgumentException: Key (email)=([e-mail]) already exists");
        assertThat(entry.getThrown().getStackTrace()).isEqualTo(failure.getStackTrace());
    }
}
