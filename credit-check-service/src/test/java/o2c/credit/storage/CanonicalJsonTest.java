package o2c.credit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("JSON in its canonical form")
class CanonicalJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{ \"b\" : 1, \"a\" : [ true, null, \"x\" ] }|{\"a\":[true,null,\"x\"],\"b\":1}",
                "{\"\\u20ac\":1,\"\\r\":2,\"1\":3,\"\\ud83d\\ude00\":4,\"\\u0080\":5}"
                        + "|{\"\\r\":2,\"1\":3,\"\u0080\":5,\"\u20ac\":1,\"\ud83d\ude00\":4}",
                "\"\\u001f\\u0008\\u000c\\t\\\\\\\"\\/\"|\"\\u001f\\b\\f\\t\\\\\\\"/\"",
                "[-12,0]|[-12,0]",
                "{}|{}",
            })
    void isSortedAndEscapedTheShortestWay(String written, String canonical) throws JsonProcessingException {
        assertThat(CanonicalJson.of(JSON.readTree(written))).isEqualTo(canonical);
    }

    @Test
    void holdsNoFractions() throws JsonProcessingException {
        var fraction = JSON.readTree("1.5");

        assertThatThrownBy(() -> CanonicalJson.of(fraction)).isInstanceOf(IllegalArgumentException.class);
    }
}
