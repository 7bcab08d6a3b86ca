package o2c.runtime.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import o2c.runtime.http.values.Status;

/** A request body that counts and hashes its bytes as they are read, and refuses to grow beyond its limit. */
final class HashedBody extends FilterInputStream {

    private final MessageDigest digest;
    private final long limit;
    private long size;
    private boolean closed;

    HashedBody(InputStream body, MessageDigest digest, long limit) {
        super(body);
        this.digest = digest;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        if (count > 0) {
            size += count;
            if (size > limit) {
                throw tooLarge(limit);
            }
            digest.update(target, offset, count);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads what nobody has read yet, so that the hash covers the whole body. */
    void drain() throws IOException {
        if (!closed) {
            transferTo(OutputStream.nullOutputStream());
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed && size <= limit) {
            drain();
        }
        closed = true;
        super.close();
    }

    static HttpRefusal tooLarge(long limit) {
        return new HttpRefusal(
                Status.TOO_LARGE, "body-too-large", "the body of this operation has at most " + limit + " bytes");
    }
}
