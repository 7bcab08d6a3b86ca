package o2c.dunning.notices.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Predicate;
import o2c.dunning.rates.domain.Holidays;
import o2c.dunning.rates.domain.Jurisdiction;
import o2c.kernel.RuleBroken;

/**
 * The 14 days a consumer has before collection costs may be charged.
 *
 * @param deemedReceivedOn in the Netherlands the day of receipt; in Belgium the first day of the waiting time
 * @param termFrom the first day of the term, {@code termTo} the last; calendar days that nothing moves
 * @param chargeableFrom the first day on which costs may be charged
 */
public record NoticePeriod(LocalDate deemedReceivedOn, LocalDate termFrom, LocalDate termTo, LocalDate chargeableFrom) {

    private static final int DAYS = 14;

    /** By which way a notice travels. */
    public enum Carrier {
        POST,
        EMAIL;

        /** Reads {@code post} (or {@code letter}) and {@code email}; else {@code value-unknown}. */
        public static Carrier ofCode(String code) {
            return switch (code) {
                case "post", "letter" -> POST;
                case "email", "e-mail" -> EMAIL;
                default ->
                    throw RuleBroken.invalid("value-unknown", "the channel is post or email")
                            .at("/channel");
            };
        }
    }

    /** Of a notice sent on a day; refuses {@code notice-period-unknown} where the law knows none. */
    public static NoticePeriod of(Jurisdiction jurisdiction, Carrier carrier, LocalDate sentOn, Holidays holidays) {
        return switch (jurisdiction) {
            case NL -> dutch(carrier, sentOn, holidays);
            case BE -> belgian(carrier, sentOn, holidays);
            default ->
                throw RuleBroken.refused(
                                "notice-period-unknown", "no notice period for consumers is known in " + jurisdiction)
                        .at("/jurisdiction");
        };
    }

    /**
     * From the day after receipt (ECLI:NL:HR:2016:2704). Post comes on the second day after sending, where a Sunday, a
     * Monday and a holiday do not count; an e-mail on its day.
     */
    private static NoticePeriod dutch(Carrier carrier, LocalDate sentOn, Holidays holidays) {
        Predicate<LocalDate> delivers = day -> !holidays.isHoliday(Jurisdiction.NL, day)
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && day.getDayOfWeek() != DayOfWeek.MONDAY;
        LocalDate received = carrier == Carrier.EMAIL ? sentOn : nth(2, sentOn, delivers);
        return startingOn(received, received.plusDays(1));
    }

    /** From the third working day after sending by post, from the next calendar day by e-mail (book XIX). */
    private static NoticePeriod belgian(Carrier carrier, LocalDate sentOn, Holidays holidays) {
        Predicate<LocalDate> works = day -> !holidays.isHoliday(Jurisdiction.BE, day)
                && !Arrays.asList(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
        LocalDate first = carrier == Carrier.EMAIL ? sentOn.plusDays(1) : nth(3, sentOn, works);
        return startingOn(first, first);
    }

    private static NoticePeriod startingOn(LocalDate received, LocalDate from) {
        return new NoticePeriod(received, from, from.plusDays(DAYS - 1L), from.plusDays(DAYS));
    }

    private static LocalDate nth(int count, LocalDate after, Predicate<LocalDate> counts) {
        LocalDate day = after;
        for (int left = count; left > 0; ) {
            day = day.plusDays(1);
            left -= counts.test(day) ? 1 : 0;
        }
        return day;
    }
}
