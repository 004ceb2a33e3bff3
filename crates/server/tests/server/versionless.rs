//! Answers to callers that name no version (API 0), for every function that old clients were seen to
//! call so. Each stands where those clients look.

use serde_json::Value;

use crate::support::Innkeeper;

/// What is to stand at a place of an answer.
#[derive(Clone, Copy)]
enum Is {
    List,
    Object,
    Text,
    One,
}
use Is::{List, Object, One, Text};

impl Is {
    fn matches(self, value: &Value) -> bool {
        match self {
            List => value.is_array(),
            Object => value.is_object(),
            Text => value.is_string(),
            One => *value == 1,
        }
    }
}

/// A call without a version, and what stands where in its answer.
type Case = (&'static str, &'static [(&'static str, Is)]);

fn call(server: &Innkeeper, query: &str) -> Value {
    let request = server.client().get(server.whm(&format!("/json-api/{query}")));
    let token = format!("whm root:{}", server.token());
    request.header("Authorization", token).send().unwrap().json().unwrap()
}

fn check(server: &Innkeeper, cases: &[Case]) {
    for (query, places) in cases {
        let answer = call(server, query);
        for (place, is) in *places {
            let found = answer.pointer(place);
            assert!(found.is_some_and(|value| is.matches(value)), "{query}: {place}: {answer}");
        }
    }
}

const GOOD: (&str, Is) = ("/status", One);
const STATE: (&str, Is) = ("/result/0/status", One);
const SAID: (&str, Is) = ("/result/0/statusmsg", Text);

#[test]
fn named_values_stand_at_the_root() {
    let server = Innkeeper::start();
    server.account("anna");
    check(
        &server,
        &[
            ("version", &[("/version", Text)]),
            ("gethostname", &[("/hostname", Text)]),
            ("loadavg", &[("/one", Text), ("/five", Text), ("/fifteen", Text)]),
            ("applist", &[("/app", List)]),
            ("myprivs", &[("/privs", Object), ("/privs/all", One)]),
            ("listresellers", &[("/reseller", List)]),
            ("saveacllist?acllist=basic&acl-list-accts=1", &[("/results/0", Object)]),
            ("listacls", &[("/acls", Object), ("/acls/basic", Object)]),
            ("listzones", &[("/zone/0/domain", Text)]),
            ("listpkgs", &[("/package/0/name", Text)]),
            ("showbw", &[("/bandwidth", List)]),
            ("lookupnsip?host=anna.test", &[("/ip", Text)]),
            ("nvset?key=view&value=wide", &[]),
            ("nvget?key=view", &[("/value", Text)]),
            ("listips", &[("/result/0/ip", Text)]),
            ("listcrts", &[("/crt", List)]),
            ("reboot", &[("/reboot", Text)]),
        ],
    );
}

#[test]
fn a_state_stands_beside_a_list() {
    let server = Innkeeper::start();
    server.account("anna");
    check(
        &server,
        &[
            ("listaccts", &[GOOD, ("/statusmsg", Text), ("/acct/0/user", Text)]),
            ("accountsummary?user=anna", &[GOOD, ("/statusmsg", Text), ("/acct/0/user", Text)]),
            ("suspendacct?user=anna", &[STATE]),
            ("listsuspended", &[GOOD, ("/accts/0/user", Text)]),
        ],
    );
    let failed = call(&server, "accountsummary?user=nobody");
    assert_eq!((&failed["status"], &failed["acct"]), (&0.into(), &Value::Null), "{failed}");
}

#[test]
fn what_was_done_is_the_only_item_of_a_list() {
    let server = Innkeeper::start();
    check(
        &server,
        &[
            (
                "createacct?username=anna&domain=anna.test&password=Quarry-lamp-7-vivid",
                &[STATE, SAID, ("/result/0/rawout", Text), ("/result/0/options", Object)],
            ),
            ("addpkg?name=gold", &[]),
            ("changepackage?user=anna&pkg=gold", &[STATE, SAID, ("/result/0/rawout", Text)]),
            ("suspendacct?user=anna", &[STATE, SAID]),
            ("unsuspendacct?user=anna", &[STATE, SAID]),
            (
                "modifyacct?user=anna&LOCALE=de",
                &[
                    STATE,
                    SAID,
                    ("/result/0/newcfg", Object),
                    ("/result/0/warnings", List),
                    ("/result/0/messages", List),
                ],
            ),
            ("limitbw?user=anna&bwlimit=100", &[STATE, ("/result/0/bwlimit", Object)]),
            ("adddns?domain=more.test&ip=192.0.2.7", &[STATE, SAID]),
            (
                "addzonerecord?domain=more.test&name=a&type=A&address=192.0.2.8&ttl=300",
                &[STATE, SAID],
            ),
            ("getzonerecord?domain=more.test&line=3", &[STATE, ("/result/0/record", List)]),
            ("dumpzone?domain=more.test", &[STATE, ("/result/0/record/0", Object)]),
            ("resetzone?domain=more.test", &[STATE, SAID]),
            ("killdns?domain=more.test", &[STATE, SAID]),
            ("addip?ip=192.0.2.20&netmask=255.255.255.0", &[]),
            ("setsiteip?user=anna&ip=192.0.2.20", &[STATE, SAID]),
            ("removeacct?user=anna", &[STATE, SAID]),
        ],
    );
    let failed = call(&server, "removeacct?user=anna");
    assert_eq!(failed["result"][0]["status"], 0, "{failed}");
    assert!(failed["result"][0]["statusmsg"].is_string());
}

#[test]
fn lines_of_zones_are_changed_and_removed_by_their_number() {
    let server = Innkeeper::start();
    check(&server, &[("adddns?domain=more.test&ip=192.0.2.7", &[STATE])]);
    let line = || {
        let zone = call(&server, "dumpzone?domain=more.test");
        let lines = zone["result"][0]["record"].as_array().unwrap().clone();
        let of_a = lines.iter().find(|line| line["type"] == "A").unwrap();
        of_a["Line"].as_u64().unwrap()
    };
    let edited = format!("editzonerecord?domain=more.test&Line={}&address=192.0.2.9", line());
    assert_eq!(call(&server, &edited)["result"][0]["status"], 1);
    let removed = format!("removezonerecord?domain=more.test&Line={}", line());
    assert_eq!(call(&server, &removed)["result"][0]["status"], 1);
}

#[test]
fn what_is_done_to_resellers_is_the_only_item_of_a_list() {
    let server = Innkeeper::start();
    server.account("anna");
    check(
        &server,
        &[
            ("setupreseller?user=anna&makeowner=0", &[STATE, SAID]),
            ("setacls?reseller=anna&acl-list-accts=1", &[STATE, ("/result/0/acls", List)]),
            ("setresellerlimits?user=anna&enable_account_limit=1&account_limit=5", &[STATE, SAID]),
            ("setresellernameservers?user=anna&nameservers=ns1.a.test,ns2.a.test", &[STATE, SAID]),
            ("setresellerpackagelimit?user=anna&package=default&allowed=1", &[STATE, SAID]),
            ("addip?ip=192.0.2.20&netmask=255.255.255.0", &[]),
            ("setresellerips?user=anna&delegate=1&ips=192.0.2.20", &[STATE, SAID]),
            ("setresellermainip?user=anna&ip=192.0.2.20", &[STATE, SAID]),
            ("resellerstats?user=anna", &[("/result", Object), ("/result/accts", List)]),
            ("acctcounts?user=anna", &[STATE, ("/reseller", Object)]),
            ("suspendreseller?user=anna", &[STATE, SAID, ("/output", Text)]),
            ("unsetupreseller?user=anna", &[STATE, SAID]),
            ("setupreseller?user=anna&makeowner=1", &[STATE]),
            ("terminatereseller?user=anna&terminatereseller=1", &[STATE, SAID]),
        ],
    );
}

#[test]
fn some_say_beside_it_or_under_their_own_name() {
    let server = Innkeeper::start();
    server.account("anna");
    check(
        &server,
        &[
            ("editquota?user=anna&quota=50", &[STATE, ("/output", Text)]),
            ("domainuserdata?domain=anna.test", &[STATE, ("/userdata", Object)]),
            (
                "passwd?user=anna&pass=Umbrella-brook-4-tundra",
                &[
                    ("/passwd/0/status", One),
                    ("/passwd/0/statusmsg", Text),
                    ("/passwd/0/services/0", Object),
                ],
            ),
            (
                "setresolvers?nameserver1=192.0.2.1&nameserver2=192.0.2.2",
                &[("/setresolvers/0/status", One)],
            ),
            ("sethostname?hostname=host.example.net", &[("/sethostname/0/status", One)]),
            (
                "addip?ip=192.0.2.20&netmask=255.255.255.0",
                &[("/addip/0/status", One), ("/addip/0/statusmsg", Text)],
            ),
            ("delip?ip=192.0.2.20", &[("/delip/0/status", One), ("/delip/0/statusmsg", Text)]),
        ],
    );
    let unknown = call(&server, "nope");
    assert!(unknown["error"].as_str().unwrap().starts_with("Unknown App Requested: nope"));
    let failed = call(&server, "passwd?user=nobody&pass=Umbrella-brook-4-tundra");
    assert_eq!(
        (&failed["passwd"][0]["status"], &failed["passwd"][0]["services"]),
        (&0.into(), &Value::Null)
    );
}

#[test]
fn an_installation_of_a_certificate_has_its_state_at_the_root() {
    let server = Innkeeper::start();
    server.account("anna");
    let made = rcgen::generate_simple_self_signed(["anna.test".to_owned()]).unwrap();
    let (cert, key) = (made.cert.pem(), made.signing_key.serialize_pem());
    let install = |domain: &str| -> Value {
        let form = [("domain", domain), ("cert", cert.as_str()), ("key", key.as_str())];
        let request = server.client().post(server.whm("/json-api/installssl")).form(&form);
        let token = format!("whm root:{}", server.token());
        request.header("Authorization", token).send().unwrap().json().unwrap()
    };
    let done = install("anna.test");
    assert_eq!((&done["status"], &done["domain"]), (&1.into(), &"anna.test".into()), "{done}");
    assert!(done["statusmsg"].is_string());
    assert_eq!(call(&server, "listcrts")["crt"][0]["domain"], "anna.test");
    let failed = install("none.test");
    assert_eq!(failed["status"], 0, "{failed}");
    assert!(failed["statusmsg"].is_string());
}
