#!/bin/bash
# PyPI's aiocpanel: UAPI on port 2083 by GET with an API token, over verified TLS: the best certificate of a domain, and a check of AutoSSL.
. "$(dirname "$0")/_lib.sh"
venv aiocpanel aiocpanel==0.1.0 cryptography
mkacct token; ca
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$RUN/tmp/aio.key" -out "$RUN/tmp/aio.pem" -days 30 -subj "/CN=$CP_DOMAIN" -addext "subjectAltName=DNS:$CP_DOMAIN" 2>/dev/null
r=$(curl -ksS -H "Authorization: whm $WHM_USER:$WHM_TOKEN" --data-urlencode api.version=1 --data-urlencode cpanel_jsonapi_apiversion=3 --data-urlencode cpanel_jsonapi_user="$CP_USER" \
  --data-urlencode cpanel_jsonapi_module=SSL --data-urlencode cpanel_jsonapi_func=install_ssl --data-urlencode domain="$CP_DOMAIN" \
  --data-urlencode cert@"$RUN/tmp/aio.pem" --data-urlencode key@"$RUN/tmp/aio.key" "https://$WHM_HOST:$WHM_PORT/json-api/cpanel")
[[ $(jget result.status <<<"$r") = 1 ]] || server_fail "SSL::install_ssl: $(head -c 300 <<<"$r")"
export AIO_CA=$CA AIO_PEM=$RUN/tmp/aio.pem; "$VENV/bin/python" - <<'PY' || fail "aiocpanel saw a failure"
import asyncio, os, ssl, aiohttp, aiocpanel
e = os.environ; d = e["CP_DOMAIN"]
def ok(what, good, answer):
    if not good: raise SystemExit("%s: %r" % (what, answer))
    print("ok  ", what)
async def main():
    trust = ssl.create_default_context(cafile=e["AIO_CA"])
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=trust)) as s:
        client = lambda token: aiocpanel.CpanelClient(s, e["WHM_HOST"], e["CP_USER"], token, int(e["CPANEL_PORT"]))
        c = client(e["CP_TOKEN"])
        r = await c.fetch_certificate(d); ok("fetch_certificate", r.crt.strip() == open(e["AIO_PEM"]).read().strip() and "PRIVATE KEY" in r.key, r)
        await c.start_autossl_check(); ok("start_autossl_check", True, None)
        try: await c.fetch_certificate("stranger.test"); raise SystemExit("a stranger's certificate was given")
        except aiocpanel.CpanelNoCertificateError as x: ok("there is no certificate of a stranger's", True, x)
        except aiocpanel.CpanelApiError as x: ok("a stranger's domain is refused", True, x)
        try: await client("WRONG").start_autossl_check(); raise SystemExit("a wrong token was let in")
        except aiocpanel.CpanelAuthError as x: ok("a wrong token is refused", True, x)
asyncio.run(main())
PY
say passed
