package o2c.suite.bench.hot;

/**
 * One call.
 *
 * @param key idempotency key of a POST, or null for a GET
 * @param body JSON, empty for a GET
 */
record Request(String method, String path, String token, String key, String body) {

    static Request get(String path, String token) {
        return new Request("GET", path, token, null, "");
    }

    static Request post(String path, String token, String key, String body) {
        return new Request("POST", path, token, key, body);
    }
}
