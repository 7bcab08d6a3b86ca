package o2c.runtime.peers;

import o2c.contracts.Publisher;

/** Another service answered with a refusal. */
public class PeerRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    PeerRefused(Publisher peer, int status, String code) {
        super(peer.key() + " answered " + status + " " + code);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
