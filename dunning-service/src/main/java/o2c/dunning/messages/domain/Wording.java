package o2c.dunning.messages.domain;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a message in one language. A placeholder such as <code>{amount}</code> is filled in once; what is filled
 * in is data and never read as a placeholder, and characters that steer a terminal or turn the writing direction are
 * left out.
 *
 * @param subject one line
 * @param body plain text with the placeholder <code>{lines}</code>
 * @param line how one invoice is listed
 * @param disputedLine how an invoice with a disputed part is listed
 * @param netted the sentence about cash on account, used only when there is some
 */
public record Wording(String subject, String body, String line, String disputedLine, String netted) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");

    /** A message as it left: subject and text, without the addressee's name, so that he can be forgotten. */
    public record Text(String subject, String body) {}

    /**
     * @param seller the name of the seller, or his id when no name is known
     */
    public Text write(Message message, String seller) {
        Map<String, String> values = Map.of(
                "seller", printable(seller),
                "date", message.sentOn().toString(),
                "amount", message.amount().toString(),
                "lines", message.lines().stream().map(this::listed).collect(Collectors.joining("\n")),
                "netted",
                        message.netted().isPositive()
                                ? filled(
                                        netted,
                                        Map.of("onAccount", message.netted().toString()))
                                : "");
        return new Text(filled(subject, values), filled(body, values));
    }

    private String listed(MessageLine invoice) {
        return filled(
                invoice.disputed().isZero() ? line : disputedLine,
                Map.of(
                        "invoice", printable(invoice.invoiceNumber()),
                        "due", invoice.dueOn().toString(),
                        "asked", invoice.asked().toString(),
                        "disputed", invoice.disputed().toString()));
    }

    private static String filled(String template, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }

    private static String printable(String data) {
        return UNPRINTABLE.matcher(data).replaceAll("");
    }
}
