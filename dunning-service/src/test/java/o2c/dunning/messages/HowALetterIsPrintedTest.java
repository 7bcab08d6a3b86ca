package o2c.dunning.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("How a letter is printed")
class HowALetterIsPrintedTest {

    private final LetterPdf pdf = new LetterPdf();

    @ParameterizedTest(name = "for {0}")
    @ValueSource(
            strings = {
                "Van Dijk BV",
                "Müller & Söhne <b>GmbH</b>",
                "<script>alert(1)</script>",
                "{amount} ${x} #{y} &amp; \"quoted\"",
                "<img src='http://localhost/x'/>",
            })
    @DisplayName("With the addressee, the subject and the text as they are, whatever the customer is called")
    void pages(String addressee) throws IOException {
        byte[] bytes = pdf.of(new Messages.Document(addressee, "Formal notice: 100.00 EUR", "One\n\nTwo\nThree"), "en");

        try (PDDocument document = Loader.loadPDF(bytes)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(text).contains(addressee, "Formal notice: 100.00 EUR", "One", "Two", "Three");
            assertThat(document.getDocumentCatalog().getMetadata()).isNotNull();
            assertThat(document.getPage(0).getResources().getFontNames())
                    .allSatisfy(name -> assertThat(document.getPage(0)
                                    .getResources()
                                    .getFont(name)
                                    .isEmbedded())
                            .isTrue());
        }
    }
}
