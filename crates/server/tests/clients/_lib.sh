# Shared by the recipes in this folder; source it, don't run it.
#   WHM_HOST (127.0.0.1)  WHM_PORT (2087)  WHM_USER (root)
#   WHM_PASS     the password of WHM_USER, for recipes that log in with one
#   WHM_CA       PEM of the CA that signed the server's certificate, or of a certificate that signed itself
#   CLIENTS_DIR  where sources and tools are put (/tmp/clients-run); kept, the next run needs no network
# Exit status of every recipe: 0 the client is content; 1 the client reported a failure, or what it printed was wrong;
# 2 the client could not be set up here.
set -euo pipefail
export WHM_HOST=${WHM_HOST:-127.0.0.1} WHM_PORT=${WHM_PORT:-2087} WHM_USER=${WHM_USER:-root} WHM_PASS=${WHM_PASS:-}
RUN=${CLIENTS_DIR:-/tmp/clients-run}; mkdir -p "$RUN/tmp"
ME=$(basename "$0" .sh)
say() { echo "[$ME] $*"; }
fail() { echo "[$ME] FAIL: $*" >&2; exit 1; }
setup_fail() { echo "[$ME] SETUP: $*" >&2; exit 2; }
# venv NAME REQUIREMENT... : sets VENV to a Python environment with these packages
venv() {
  VENV=$RUN/venv-$1; shift
  [[ ! -e $VENV/complete ]] || return 0
  python3 -m venv "$VENV" || setup_fail "python3 -m venv $VENV"
  "$VENV/bin/pip" install -q --disable-pip-version-check "$@" >"$RUN/tmp/pip.log" 2>&1 || setup_fail "pip install $* (see $RUN/tmp/pip.log)"
  touch "$VENV/complete"
}
# ca : points the usual libraries at WHM_CA, with the system's own CAs kept
ca() {
  local bundle=$RUN/tmp/bundle-$$.pem
  cat "${WHM_CA:?set WHM_CA}" /etc/ssl/certs/ca-certificates.crt >"$bundle" 2>/dev/null || cp "$WHM_CA" "$bundle"
  export SSL_CERT_FILE=$bundle REQUESTS_CA_BUNDLE=$bundle
  trap 'rm -f '"$bundle" EXIT
}
uniq_user() { echo "t$(printf '%05x' $((RANDOM * 32768 + RANDOM)))" | cut -c1-8; }
