#!/bin/bash
# PyPI's pycpanel: WHM API 0 by GET on port 2087 with `WHM user:token`, API 2 through /json-api/cpanel. It only decodes, so the checks are ours.
. "$(dirname "$0")/_lib.sh"
venv pycpanel pycpanel==0.1.5 requests urllib3
std_ports; mkacct
"$VENV/bin/python" -W ignore - <<'PY' || fail "pycpanel saw a failure"
import os, pycpanel
e = os.environ; u = e["CP_USER"]; d = e["CP_DOMAIN"]
c = pycpanel.conn("127.0.0.1", username=e["WHM_USER"], hash=e["WHM_TOKEN"])
def ok(what, good, answer):
    if not good: raise SystemExit("%s: %r" % (what, answer))
    print("ok  ", what)
ok("applist, at the start", "createacct" in c.json_list(), c.json_list())
r = c.api("version"); ok("version", r["version"], r)
r = c.api("listaccts", {"search": "^%s$" % u, "searchtype": "user"}); ok("listaccts", [a["domain"] for a in r["acct"]] == [d], r)
r = c.api("accountsummary", {"user": u}); ok("accountsummary", r["status"] == 1 and r["acct"][0]["user"] == u, r)
for f in ("suspendacct", "unsuspendacct"):
    r = c.api(f, {"user": u}); ok(f, r["result"][0]["status"] == 1, r)
r = c.api("addzonerecord", {"domain": d, "name": "py", "type": "A", "address": "192.0.2.9"}); ok("addzonerecord", r["result"][0]["status"] == 1, r)
r = c.api("version", api="xml-api"); ok("version in XML", "<version>" in r, r)
r = c.cpanel_api("Email", "listpops", u); ok("API 2 Email::listpops", any(p["login"] == "Main Account" for p in r), r)
r = c.cpanel_api("ZoneEdit", "fetchzones", u); ok("API 2 ZoneEdit::fetchzones", r[0]["zones"][d][0].startswith("; cPanel first"), r)
try: pycpanel.conn("127.0.0.1", username="root", hash="WRONG"); raise SystemExit("a wrong token was let in")
except Exception as x: ok("a wrong token is refused", "Access denied" in str(x), x)
PY
say passed
