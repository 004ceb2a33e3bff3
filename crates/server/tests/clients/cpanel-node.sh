#!/bin/bash
# npm's cpanel-node: cPanel API 2 on port 2083 by GET with HTTP Basic: mailboxes and DNS records. It only hands the text on, so the checks are ours.
. "$(dirname "$0")/_lib.sh"
N=$RUN/node-cpanel-node; mkdir -p "$N"; cd "$N"
[[ -d node_modules/cpanel-node ]] || { echo '{"private":true}' >package.json; npm install --silent --no-audit --no-fund cpanel-node@1.6.0 >"$RUN/tmp/npm.log" 2>&1 || setup_fail "npm install (see $RUN/tmp/npm.log)"; }
mkacct; export NODE_TLS_REJECT_UNAUTHORIZED=0 NODE_NO_WARNINGS=1
cat >run.js <<'JS'
const CPanel = require('cpanel-node'), e = process.env, domain = e.CP_DOMAIN;
const mk = pass => new CPanel({ host: e.WHM_HOST, port: e.CPANEL_PORT, https: true, user: e.CP_USER, pass });
const c = mk(e.CP_PASS);
const step = async (what, call, good) => {
  const { response } = await call, r = JSON.parse(response), x = r.cpanelresult;
  if (!(x && x.event && x.event.result === 1 && !('error' in x) && good(x.data))) { console.error('FAIL', what + ':', response); process.exit(1); }
  console.log('ok  ', what);
};
(async () => {
  await step('Email::addpop', c.emailAddpop({ domain, email: 'info', password: 'Pw-c0ffee11-Z9', quota: 50 }), d => d[0].result === 1);
  await step('Email::editquota', c.emailEditpopQuota({ domain, email: 'info', quota: 80 }), d => d[0].result === 1);
  await step('Email::passwdpop', c.emailPasswdpop({ domain, email: 'info', password: 'Pw-7bb1204d-Z9' }), d => d[0].result === 1);
  await step('Email::delpop', c.emailDelpop({ domain, email: 'info' }), d => d[0].result === 1);
  await step('ZoneEdit::fetchzones', c.zoneFetchZones(), d => domain in d[0].zones);
  await step('ZoneEdit::add_zone_record', c.zoneAddDomain({ domain, name: 'node', type: 'A', address: '192.0.2.9', ttl: 300 }), d => d[0].result.status === 1);
  await step('ZoneEdit::fetchzone', c.zoneFetchZone({ domain, name: 'node.' + domain + '.', type: 'A' }), d => d[0].record.length === 1 && d[0].record[0].address === '192.0.2.9');
  await step('AddonDomain::listaddondomains', c.listAddonDomains(), d => Array.isArray(d));
  const { header } = await mk('wrong').zoneFetchZones();
  if (header.statusCode === 200) { console.error('FAIL a wrong password was let in'); process.exit(1); }
  console.log('ok   a wrong password is refused');
})().catch(x => { console.error('FAIL', x); process.exit(1); });
JS
node run.js || fail "cpanel-node saw a failure"
say passed
