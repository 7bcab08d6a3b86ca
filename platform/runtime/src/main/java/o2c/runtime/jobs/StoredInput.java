package o2c.runtime.jobs;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** An upload as it was stored, piece after piece; one piece is in memory at a time. */
final class StoredInput extends InputStream {

    private final IntFunction<Optional<byte[]>> pieces;
    private byte[] piece = new byte[0];
    private int offset;
    private int next;

    StoredInput(IntFunction<Optional<byte[]>> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() {
        return isAtEnd() ? -1 : piece[offset++] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int count = Math.min(length, piece.length - offset);
        System.arraycopy(piece, offset, target, from, count);
        offset += count;
        return count;
    }

    private boolean isAtEnd() {
        while (offset == piece.length) {
            Optional<byte[]> following = pieces.apply(next);
            if (following.isEmpty()) {
                return true;
            }
            piece = following.get();
            offset = 0;
            next++;
        }
        return false;
    }
}
