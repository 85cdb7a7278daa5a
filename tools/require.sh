# Sourced by run, check and bench: finds a JDK and Maven, or says what is missing and ends.

fail() {
  printf '%s: %s\n' "${0##*/}" "$1" >&2
  exit 1
}

require_jdk() {
  local javac
  if [ -n "${JAVA_HOME:-}" ]; then
    javac=$JAVA_HOME/bin/javac
    [ -x "$javac" ] || fail "JAVA_HOME is $JAVA_HOME, where there is no JDK; set it to a JDK 17 or newer"
    java=$JAVA_HOME/bin/java
  else
    javac=$(command -v javac) || fail "no JDK found; install a JDK 17 or newer and put it on the PATH, or set JAVA_HOME"
    java=$(dirname "$javac")/java
  fi
  local version
  version=$("$javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [ "${version:-0}" -ge 17 ] || fail "$javac is version ${version:-unknown}; a JDK 17 or newer is needed"
}

require_maven() {
  command -v mvn >/dev/null || fail "no Maven found; install Maven 3.8 or newer and put it on the PATH"
}

# Unpacks Debian's kamcmd to target/kamcmd when it is not installed; installing its package would start a SIP server.
provide_kamcmd() {
  local folder=$1/target/kamcmd
  if command -v kamcmd >/dev/null || [ -x "$folder/usr/sbin/kamcmd" ]; then return; fi
  mkdir -p "$folder"
  if ! (cd "$folder" && { apt-get -q download kamailio || { apt-get -q update && apt-get -q download kamailio; }; } &&
    dpkg -x kamailio_*.deb . ) >"$folder/log" 2>&1; then
    printf '%s: no kamcmd, and Debian'"'"'s package kamailio cannot be had; its tests are skipped\n' "${0##*/}" >&2
  fi
}

# The tests in a browser are skipped without it.
want_browser() {
  [ -x /usr/bin/chromium ] && [ -x /usr/bin/chromedriver ] && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo 'Installing chromium and chromium-driver for the tests of the console …' >&2
    if { apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends chromium chromium-driver; } >&2; then
      return
    fi
  fi
  echo "${0##*/}: no /usr/bin/chromium with /usr/bin/chromedriver, so the tests of the console in a browser are skipped" >&2
}
