package o2c.runtime.http;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32C;

/** Positions in a list as callers carry them: base64url text with a check, so that a mangled one is noticed. */
final class Cursor {

    private static final int CHECK_BYTES = 4;
    private static final int MAX_LENGTH = 2048;

    private Cursor() {}

    static String seal(String position) {
        byte[] text = position.getBytes(StandardCharsets.UTF_8);
        ByteBuffer sealed = ByteBuffer.allocate(CHECK_BYTES + text.length);
        sealed.putInt(check(text)).put(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array());
    }

    static String open(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw malformed();
        }
        try {
            ByteBuffer sealed = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            int check = sealed.getInt();
            byte[] text = new byte[sealed.remaining()];
            sealed.get(text);
            if (check != check(text)) {
                throw malformed();
            }
            return new String(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | BufferUnderflowException notOurs) {
            throw malformed();
        }
    }

    private static int check(byte[] text) {
        CRC32C sum = new CRC32C();
        sum.update(text);
        return (int) sum.getValue();
    }

    private static HttpRefusal malformed() {
        return new HttpRefusal(400, "cursor-malformed", "send the nextCursor of the page before, unchanged")
                .at("/query/cursor");
    }
}
