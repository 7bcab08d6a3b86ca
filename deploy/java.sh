# Shared by the commands beside it: finds Java, builds what is stale, runs a program of the suite.
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
version="$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -1)"
major="${version%%[.+-]*}"
if [ "${major:-0}" -lt 17 ]; then
  if [ -n "$version" ]; then is="$java is Java $version"; else is="$java does not run"; fi
  echo "Java 17 or newer is needed; $is." >&2
  exit 2
fi

build() {
  "$java" -XX:TieredStopAtLevel=1 "$root/platform/suite/src/main/java/o2c/suite/Build.java" "$root" || exit $?
}

run() {
  exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms64m -Xmx320m -Do2c.root="$root" \
    -cp "$root/platform/suite/target/platform-suite.jar" "$@"
}
