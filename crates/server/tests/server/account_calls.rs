//! The functions of accounts as their clients call them: by path, through the relays, on the command
//! line.

use reqwest::blocking::{RequestBuilder, Response};
use serde_json::{Value, json};

use crate::support::{Innkeeper, PASSWORD};

fn world() -> Innkeeper {
    let server = Innkeeper::start();
    server.account("amy");
    server
}

fn execute(server: &Innkeeper, call: &str) -> RequestBuilder {
    let url = server.cpanel(&format!("/execute/{call}"));
    server.client().post(url).basic_auth("amy", Some(PASSWORD))
}

fn text(request: RequestBuilder) -> String {
    let response: Response = request.send().unwrap();
    assert_eq!(response.status(), 200);
    response.text().unwrap()
}

fn answer(request: RequestBuilder) -> Value {
    let text = text(request);
    serde_json::from_str(&text).unwrap_or_else(|_| panic!("no JSON: {text}"))
}

#[test]
fn parameters_come_in_every_form_that_clients_send() {
    let server = world();
    let call = || execute(&server, "PasswdStrength/get_required_strength");
    let get = server.cpanel("/execute/PasswdStrength/get_required_strength?app=pop");
    let part = "--x\r\nContent-Disposition: form-data; name=\"app\"\r\n\r\npop\r\n--x--\r\n";
    for request in [
        call().form(&[("app", "pop")]),
        call().json(&json!({"app": "pop"})),
        call().header("Content-Type", "multipart/form-data; boundary=x").body(part),
        call().query(&[("app", "pop")]),
        server.client().get(get).basic_auth("amy", Some(PASSWORD)),
    ] {
        assert!(answer(request)["data"]["strength"].is_number());
    }
}

#[test]
fn the_flat_envelope_to_the_byte() {
    let server = world();
    assert_eq!(
        text(execute(&server, "PasswdStrength/get_required_strength?app=pop")),
        r#"{"status":1,"errors":null,"messages":null,"warnings":null,"data":{"strength":0},"metadata":{}}"#
            .replace(":0}", &format!(":{}}}", strength(&server)))
    );
    assert_eq!(
        text(execute(&server, "PasswdStrength/get_required_strength")),
        r#"{"status":0,"errors":["app: is required"],"messages":null,"warnings":null,"data":null,"metadata":{}}"#
    );
    assert_eq!(
        text(execute(&server, "Nope/list")),
        r#"{"status":0,"errors":["Failed to load module “Nope”: this server has no function “Nope::list”."],"messages":null,"warnings":null,"data":null,"metadata":{}}"#
    );
    let unfinished = uapi::MODULES
        .iter()
        .flat_map(|module| module.functions.iter().map(move |entry| (module.title, entry)))
        .find(|(_, entry)| !entry.finished && entry.needs == api::Needs::ACCOUNT);
    if let Some((module, entry)) = unfinished {
        let said = answer(execute(&server, &format!("{module}/{}", entry.name)));
        assert_eq!((&said["status"], &said["data"]), (&0.into(), &Value::Null));
        assert!(said["errors"][0].as_str().unwrap().contains("not implemented"), "{said}");
    }
}

fn strength(server: &Innkeeper) -> Value {
    let call = execute(server, "PasswdStrength/get_required_strength?app=pop");
    answer(call)["data"]["strength"].clone()
}

#[test]
fn lists_are_filtered_sorted_and_paged() {
    let server = world();
    let query = "api.filter_column=id&api.filter_term=zone&api.sort_column=id&api.sort_reverse=1\
        &api.paginate=1&api.paginate_size=1";
    let said = answer(execute(&server, &format!("Features/get_feature_metadata?{query}")));
    assert_eq!(said["data"].as_array().unwrap().len(), 1, "{said}");
    assert_eq!(said["data"][0]["id"], "zoneedit");
    assert_eq!(said["metadata"]["paginate"]["total_results"], 2);
    let all = said["metadata"]["filter"]["records_before_filter"].as_u64().unwrap();
    assert!(all > 50, "{said}");
}

#[test]
fn tokens_and_sessions_of_the_account_open_it() {
    let server = world();
    let made = |readonly| {
        let form = [("name", if readonly == "1" { "r" } else { "w" }), ("readonly", readonly)];
        let said = answer(execute(&server, "Tokens/create_full_access").form(&form));
        format!("cpanel amy:{}", said["data"]["token"].as_str().unwrap())
    };
    let (full, reads) = (made("0"), made("1"));
    let by = |token: &str, call: &str| {
        let url = server.cpanel(&format!("/execute/{call}"));
        answer(server.client().get(url).header("Authorization", token))
    };
    for token in [&full, &reads] {
        assert_eq!(by(token, "Tokens/list")["data"].as_array().unwrap().len(), 2);
    }
    let refused = by(&reads, "Tokens/revoke?name=w");
    assert_eq!(refused["errors"][0], "This token may only call functions that change nothing.");
    assert_eq!(by(&full, "Tokens/revoke?name=r")["data"], 1);
    let (client, prefix) = server.log_in(&server.cpanel(""), "amy", PASSWORD).unwrap();
    let url = server.cpanel(&format!("{prefix}/execute/Tokens/list"));
    assert_eq!(answer(client.get(url))["data"][0]["name"], "w");
    let stranger = server.client().get(server.cpanel("/execute/Tokens/list"));
    assert_eq!(stranger.send().unwrap().status(), 401);
}

#[test]
fn the_relay_of_the_account_answers_in_each_envelope() {
    let server = world();
    let call = |kind: &str, query: &str| {
        let url = server.cpanel(&format!("/{kind}/cpanel?{query}"));
        text(server.client().get(url).basic_auth("amy", Some(PASSWORD)))
    };
    let stat = "cpanel_jsonapi_module=StatsBar&cpanel_jsonapi_func=stat&display=sharedip";
    let second = call("json-api", stat);
    let head = r#"{"cpanelresult":{"apiversion":2,"module":"StatsBar","func":"stat","data":[{"id":"sharedip","#;
    assert!(second.starts_with(head) && second.ends_with(r#""event":{"result":1}}}"#), "{second}");
    assert!(!second.contains(r#""error":"#));
    let own = format!("{stat}&cpanel_jsonapi_user=amy&cpanel_jsonapi_version=2");
    assert_eq!(call("json-api", &own), second);
    let other = format!("{stat}&cpanel_jsonapi_user=bob");
    assert_eq!(
        call("json-api", &other),
        r#"{"data":{"reason":"User parameter is invalid or was not supplied","result":"0"},"type":"text","error":"User parameter is invalid or was not supplied"}"#
    );
    let xml = call("xml-api", &stat.replace("jsonapi", "xmlapi"));
    assert!(xml.contains("<cpanelresult><apiversion>2</apiversion>"), "{xml}");
    let third = "cpanel_jsonapi_module=Quota&cpanel_jsonapi_func=get_quota_info\
        &cpanel_jsonapi_apiversion=3";
    let said: Value = serde_json::from_str(&call("json-api", third)).unwrap();
    assert_eq!((&said["apiversion"], &said["result"]["status"]), (&3.into(), &1.into()));
    assert_eq!(
        call("json-api", "cpanel_jsonapi_module=M&cpanel_jsonapi_func=f"),
        r#"{"cpanelresult":{"apiversion":2,"error":"Could not find function 'f' in module 'M'","func":"f","module":"M"}}"#
    );
    let first = "cpanel_jsonapi_module=M&cpanel_jsonapi_func=f&cpanel_jsonapi_apiversion=1";
    assert!(call("json-api", first).contains("M::f failed: Undefined subroutine"));
}

#[test]
fn login_probes_of_clients_are_answered() {
    let server = world();
    let query = "cpanel_jsonapi_apiversion=2&cpanel_jsonapi_module=CustInfo\
        &cpanel_jsonapi_func=displaycontactinfo";
    let url = server.cpanel(&format!("/json-api/cpanel?{query}"));
    let said = answer(server.client().get(url).basic_auth("amy", Some(PASSWORD)));
    assert_eq!(said["cpanelresult"]["event"]["result"], 1, "{said}");
}

#[test]
fn root_and_the_owner_call_for_an_account_and_the_audit_says_who() {
    let server = world();
    server.reseller("rita");
    let acls = [("reseller", "rita"), ("acl-cpanel-api", "1"), ("acl-create-acct", "1")];
    server.data_of("setacls", &acls);
    let form =
        [("username", "carl"), ("domain", "carl.test"), ("owner", "rita"), ("password", PASSWORD)];
    server.data_of("createacct", &form);
    let relayed = |user: &str, by: &str| {
        let url = server.whm("/json-api/cpanel");
        let form = [
            ("cpanel_jsonapi_user", user),
            ("cpanel_jsonapi_apiversion", "3"),
            ("cpanel_jsonapi_module", "Tokens"),
            ("cpanel_jsonapi_func", "create_full_access"),
            ("name", by),
        ];
        let password = if by == "root" { server.password() } else { PASSWORD.to_owned() };
        text(server.client().post(url).basic_auth(by, Some(password)).form(&form))
    };
    for (user, by) in [("amy", "root"), ("carl", "root"), ("carl", "rita")] {
        let said: Value = serde_json::from_str(&relayed(user, by)).unwrap();
        assert_eq!(said["result"]["status"], 1, "{user} by {by}: {said}");
    }
    let no_user = r#"{"data":{"reason":"User parameter is invalid or was not supplied","result":"0"},"type":"text","error":"User parameter is invalid or was not supplied"}"#;
    for (user, by) in [("amy", "rita"), ("nobody", "root"), ("AMY", "root"), ("", "root")] {
        assert_eq!(relayed(user, by), no_user, "{user} by {by}");
    }
    let acts = audited(&server, "Tokens::create_full_access");
    assert_eq!(acts, [("root", "amy"), ("root", "carl"), ("rita", "carl")].map(owned));
}

fn owned((actor, account): (&str, &str)) -> (String, String) {
    (actor.to_owned(), account.to_owned())
}

/// Who acted for which account, of the lines of the audit about a function.
fn audited(server: &Innkeeper, function: &str) -> Vec<(String, String)> {
    let store = rusqlite::Connection::open(server.data().join("store.sqlite")).unwrap();
    let sql = "SELECT actor, form FROM audit WHERE function = ?1 ORDER BY at, rowid";
    let mut rows = store.prepare(sql).unwrap();
    let row = |row: &rusqlite::Row<'_>| {
        let form: Value = serde_json::from_str(&row.get::<_, String>(1)?).unwrap();
        let account = form["cpanel_jsonapi_user"].as_str().unwrap().to_owned();
        Ok((row.get(0)?, account))
    };
    rows.query_map([function], row).unwrap().map(Result::unwrap).collect()
}

#[test]
fn the_relay_of_whm_needs_its_privilege() {
    let server = world();
    server.reseller("rita");
    server.data_of("setacls", &[("reseller", "rita"), ("acl-list-accts", "1")]);
    let form = [("cpanel_jsonapi_user", "rita"), ("cpanel_jsonapi_module", "Quota")];
    let url = server.whm("/json-api/cpanel?cpanel_jsonapi_func=get_quota_info");
    let said = text(server.client().post(url).basic_auth("rita", Some(PASSWORD)).form(&form));
    assert!(
        said.contains(r#""result":"0"},"type":"text","error":"You do not have permission"#),
        "{said}"
    );
}

#[test]
fn uapi_cpanel_stands_in_the_answers_of_whm_and_in_a_batch() {
    let server = world();
    let form = [
        ("cpanel.user", "amy"),
        ("cpanel.module", "Features"),
        ("cpanel.function", "has_feature"),
        ("name", "cron"),
    ];
    let answer = server.call("uapi_cpanel", &form);
    assert_eq!(answer["metadata"]["result"], 1, "{answer}");
    assert_eq!(
        (&answer["data"]["uapi"]["status"], &answer["data"]["uapi"]["data"]),
        (&1.into(), &Value::Null)
    );
    let inner = "uapi_cpanel?cpanel.user=amy&cpanel.module=Quota&cpanel.function=get_quota_info";
    let batch = server.data_of("batch", &[("command", inner), ("command", "version")]);
    assert_eq!(batch["result"][0]["data"]["uapi"]["status"], 1, "{batch}");
    let stranger = server.call(
        "uapi_cpanel",
        &[
            ("cpanel.user", "bob"),
            ("cpanel.module", "Quota"),
            ("cpanel.function", "get_quota_info"),
        ],
    );
    assert_eq!(stranger["metadata"]["result"], 0, "{stranger}");
}

#[test]
fn the_command_line_calls_as_the_account_that_is_named() {
    let server = world();
    let uapi =
        server.command(&["uapi", "--user=amy", "Variables", "get_user_information", "name=user"]);
    let said = String::from_utf8(uapi.stdout).unwrap();
    assert!(uapi.status.success(), "{said}");
    assert!(
        said.starts_with(
            "---\napiversion: 3\nfunc: get_user_information\nmodule: Variables\nresult:\n"
        ),
        "{said}"
    );
    assert!(said.contains("\n  status: 1\n") && said.contains("    user: amy\n"), "{said}");
    let json = server.command(&[
        "cpapi2",
        "--output=json",
        "--user=amy",
        "StatsBar",
        "stat",
        "display=sharedip",
    ]);
    let said = String::from_utf8(json.stdout).unwrap();
    assert!(
        json.status.success() && said.starts_with(r#"{"cpanelresult":{"apiversion":2,"#),
        "{said}"
    );
    for (line, code) in [
        (&["uapi", "Quota", "get_quota_info"][..], 2),
        (&["uapi", "--user=nobody", "Quota", "get_quota_info"], 2),
        (&["uapi", "--user=amy", "Quota", "nope"], 1),
        (&["uapi", "--user=amy", "Features", "list_features_like"], 0),
    ] {
        assert_eq!(server.command(line).status.code(), Some(code), "{line:?}");
    }
    let help = server.command(&["uapi", "Tokens", "revoke", "--help"]);
    let said = String::from_utf8(help.stdout).unwrap();
    assert!(
        said.contains("Usage: uapi Tokens revoke") && said.contains("an account with apitokens"),
        "{said}"
    );
}

#[test]
fn a_batch_of_the_account_stops_where_a_call_fails() {
    let server = world();
    let form = [
        ("command", r#"["Tokens","create_full_access",{"name":"a"}]"#),
        ("command", r#"["Tokens","create_full_access",{"name":"a"}]"#),
        ("command", r#"["Tokens","create_full_access",{"name":"b"}]"#),
    ];
    let said = answer(execute(&server, "Batch/strict").form(&form));
    assert_eq!(said["status"], 0, "{said}");
    let results = said["data"].as_array().unwrap();
    assert_eq!(
        (results.len(), &results[0]["status"], &results[1]["status"]),
        (2, &1.into(), &0.into())
    );
    let names = answer(execute(&server, "Tokens/list"));
    assert_eq!(names["data"].as_array().unwrap().len(), 1, "{names}");
}

#[test]
fn guesses_at_the_present_password_count_like_failed_logins() {
    let server = world();
    let change = |current: &str| {
        let form = [("oldpass", current), ("newpass", "Tundra-otter-9-mellow")];
        answer(execute(&server, "UserManager/change_password").form(&form))
    };
    let wrong = change("guess");
    assert_eq!(wrong["errors"][0], "oldpass: this is not your present password.", "{wrong}");
    let store = rusqlite::Connection::open(server.data().join("store.sqlite")).unwrap();
    let sql = "SELECT MAX(count) FROM failures WHERE subject LIKE 'pair amy %'";
    assert_eq!(store.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap(), 1);
    let right = change(PASSWORD);
    assert_eq!(right["status"], 1, "{right}");
}
