package o2c.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Which ids may callers choose?")
class WhichIdsMayCallersChooseTest {

    @ParameterizedTest
    @DisplayName("1 to 64 printable ASCII characters")
    @ValueSource(strings = {"a", "c-1", "...", "0379-NEVHP", "A&B:(1)", "~!@$^*"})
    void theseAreFine(String id) {
        assertThat(Ids.callerChosen(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @DisplayName("Not what an address or a key would read otherwise")
    @NullAndEmptySource
    @ValueSource(strings = {".", "..", "a/b", "a\\b", "a?b", "a#b", "a%b", "a;b", "a|b", "a b", "é", "a\nb"})
    void othersAreRefused(String id) {
        assertThatThrownBy(() -> Ids.callerChosen(id))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refused -> assertThat(refused.code()).isEqualTo("id-malformed"));
    }

    @Test
    @DisplayName("64 characters fit, 65 do not")
    void length() {
        assertThat(Ids.callerChosen("x".repeat(64))).hasSize(64);
        assertThatThrownBy(() -> Ids.callerChosen("x".repeat(65))).isInstanceOf(RuleBroken.class);
    }

    @Test
    @DisplayName("The suite's own ids are UUIDs of version 7, and no two are equal")
    void ownIds() {
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            UUID id = Ids.next();
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            ids.add(id);
        }
        assertThat(ids).hasSize(10_000);
    }
}
