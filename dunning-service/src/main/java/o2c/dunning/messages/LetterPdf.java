package o2c.dunning.messages;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Prints a letter as it left on pages of A4, as PDF/A-3b with its font inside. What customers are called is text. */
@ApplicationScoped
class LetterPdf {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String PAGE = """
            <html lang="%s"><head><title>%s</title><style>
            @page { size: A4; margin: 25mm 20mm 25mm 25mm; }
            body { font-family: letter; font-size: 11pt; line-height: 1.4; }
            .to { margin-bottom: 20mm; min-height: 20mm; }
            h1 { font-size: 12pt; font-weight: normal; margin-bottom: 8mm; }
            p { margin: 0 0 4mm 0; }
            </style></head><body><div class="to">%s</div><h1>%s</h1>%s</body></html>""";

    byte[] of(Messages.Document letter, String language) {
        String html = PAGE.formatted(
                language,
                text(letter.subject()),
                letter.addressee() == null ? "" : text(letter.addressee()),
                text(letter.subject()),
                paragraphs(letter.body()));
        try (ByteArrayOutputStream pdf = new ByteArrayOutputStream()) {
            new PdfRendererBuilder()
                    .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_B)
                    .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                    .useFont(() -> LetterPdf.class.getResourceAsStream(FONT), "letter")
                    .withHtmlContent(html, null)
                    .toStream(pdf)
                    .run();
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String paragraphs(String body) {
        StringBuilder html = new StringBuilder();
        for (String paragraph : body.split("\n\n+")) {
            html.append("<p>").append(text(paragraph).replace("\n", "<br/>")).append("</p>");
        }
        return html.toString();
    }

    /** Data is never markup, and what XML cannot hold is left out. */
    private static String text(String data) {
        return data.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
