package o2c.runtime.logging;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/** Lets every log record pass, after taking personal data, secrets and line breaks out of it. */
@LoggingFilter(name = "personal-data")
public final class PersonalDataFilter implements Filter {

    @Override
    public boolean isLoggable(LogRecord entry) {
        String said = entry instanceof ExtLogRecord extended ? extended.getFormattedMessage() : entry.getMessage();
        String masked = Masking.mask(said);
        if (masked != null && !masked.equals(entry.getMessage())) {
            replace(entry, masked);
        }
        if (entry.getThrown() != null) {
            entry.setThrown(MaskedFailure.of(entry.getThrown()));
        }
        return true;
    }

    private static void replace(LogRecord entry, String masked) {
        entry.setParameters(null);
        if (entry instanceof ExtLogRecord extended) {
            extended.setMessage(masked, ExtLogRecord.FormatStyle.NO_FORMAT);
        } else {
            entry.setMessage(masked);
        }
    }
}
