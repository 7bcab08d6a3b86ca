package o2c.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Loopback ports: which are free, and one that is. */
public final class Ports {

    private Ports() {}

    /** A port that nobody listens on at this moment. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The wanted port when nobody listens on it, else another free one. */
    public static int freeOr(int wanted) {
        return isFree(wanted) ? wanted : free();
    }

    /** Whether a server could listen on this port now, on loopback and on every other address. */
    public static boolean isFree(int port) {
        return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && canBind(new InetSocketAddress(port));
    }

    private static boolean canBind(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address, 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
