//! Control characters in every parameter of every function: refused, the parameter named, and
//! nothing changed. The functions come from the list, so a new one is covered. None takes text of
//! several lines, but for keys and certificates, which have them.
#![expect(clippy::unwrap_used, reason = "a test may fail so")]

#[path = "world/mod.rs"]
mod world;

use std::collections::BTreeSet;

use api::{Entry, Field, Form, Type, Value};
use functions::domain::apply;
use world::{World, dump};

/// Parameters whose parts go well or ill one by one: the call succeeds, and says which part failed.
const IN_PARTS: &[(&str, &str)] =
    &[("batch", "command"), ("personalization_set", "personalization")];

/// Functions whose other parameters are those of the function that they call, which looks at them.
const RELAYS: &[&str] = &["cpanel", "uapi_cpanel"];

/// Parameters that are texts of several lines.
const LINES: &[(&str, &str)] = &[
    ("installssl", "crt"),
    ("installssl", "key"),
    ("installssl", "cab"),
    ("fetchsslinfo", "crtdata"),
];

fn controls() -> impl Iterator<Item = char> {
    (0..0x20).filter_map(char::from_u32).chain(['\u{7f}', '\u{85}', '\u{2028}', '\u{2029}'])
}

fn world() -> World {
    let world = World::new().account("anna", "root").reseller("bert", &[api::Acl::ListAccts]);
    for (function, form) in [
        ("addpkg", [("name", "gold"), ("_PACKAGE_EXTENSIONS", "dog")].as_slice()),
        ("create_featurelist", &[("featurelist", "mine")]),
        ("api_token_create", &[("token_name", "one")]),
        ("nvset", &[("key", "one"), ("value", "1")]),
        ("addips", &[("ips", "192.0.2.11"), ("netmask", "255.255.255.0")]),
    ] {
        world.call("root", function, form).unwrap();
    }
    world
}

#[test]
fn no_function_lets_a_control_character_in() {
    let mut problems = Vec::new();
    let entries = functions::GROUPS.iter().flat_map(|group| group.functions);
    for entry in entries.filter(|entry| entry.finished) {
        let world = world();
        let before = dump::rows(&*world.host.store);
        let relays = RELAYS.contains(&entry.name);
        for field in entry.params.iter().filter(|field| !(relays && field.rest)) {
            for (name, text) in spoiled(entry, field) {
                problems.extend(problem(&world, entry, field, &name, &text));
            }
        }
        let after = dump::rows(&*world.host.store);
        let come: Vec<_> = after.difference(&before).collect();
        let gone: Vec<_> = before.difference(&after).collect();
        if !come.is_empty() || !gone.is_empty() {
            problems.push(format!("{}: {gone:#?} → {come:#?}", entry.name));
        }
        assert!(apply::drift(&world.host).unwrap().is_empty());
    }
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

/// The samples are what the functions take, so that it is the character that is refused.
#[test]
fn without_a_control_character_no_parameter_is_refused_for_its_form() {
    let entries = functions::GROUPS.iter().flat_map(|group| group.functions);
    let mut problems = BTreeSet::new();
    for entry in entries.filter(|entry| entry.finished) {
        let world = world();
        for field in entry.params.iter().filter(|field| !field.rest) {
            let mut form = base(entry);
            form.remove(field.name);
            form.push(field.name, sample(entry, field));
            if let Err(problem) = world.dispatch(&world.caller("root"), entry.name, &form)
                && problem.kind() == api::Kind::BadParam
                && !needs_others(entry, field)
            {
                problems.insert(format!("{} {}: {problem}", entry.name, field.name));
            }
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
}

/// What is wrong with the answer to a call with a control character, if anything is.
fn problem(world: &World, entry: &Entry, field: &Field, name: &str, text: &str) -> Option<String> {
    let mut form = base(entry);
    form.remove(field.name);
    form.push(name, text);
    let in_parts = IN_PARTS.contains(&(entry.name, field.name));
    let told = |what: String| Some(format!("{}, {name:?} = {text:?}: {what}", entry.name));
    match world.dispatch(&world.caller("root"), entry.name, &form) {
        Ok(answer) if in_parts && failed_in_part(&answer.data) => None,
        Ok(answer) => told(format!("it was taken: {}", answer.data)),
        Err(problem) => {
            let said = problem.to_string();
            let shown = api::values::text::shown(name);
            let named = said.starts_with(&format!("{shown}: "))
                || said.starts_with(&format!("{}: ", field.name));
            if named && !said.chars().any(api::values::text::is_control) {
                return None;
            }
            told(format!("it is not named, or shown: {said:?}"))
        }
    }
}

/// Whether an answer says of every part that it failed.
fn failed_in_part(data: &Value) -> bool {
    let of_batch = data["result"].as_array().into_iter().flatten();
    let mut verdicts: Vec<&Value> =
        of_batch.filter_map(|item| item.pointer("/metadata/result")).collect();
    let kept = data["personalization"].as_object().into_iter().flatten();
    verdicts.extend(kept.map(|(_, outcome)| &outcome["success"]));
    !verdicts.is_empty() && verdicts.iter().all(|verdict| **verdict == 0)
}

/// Names and texts of the parameter, each with a control character.
fn spoiled(entry: &Entry, field: &Field) -> Vec<(String, String)> {
    let text = sample(entry, field);
    let mut spoiled = Vec::new();
    let lines = LINES.contains(&(entry.name, field.name));
    for control in controls().filter(|control| !lines || !['\n', '\r', '\t'].contains(control)) {
        if matches!(innermost(&field.ty), Type::Json) {
            spoiled.extend(in_json(&text, control).map(|text| (field.name.to_owned(), text)));
            continue;
        }
        let names = if field.rest {
            spoiled.push((format!("dog_{control}"), text.clone()));
            vec!["dog_one".to_owned()]
        } else {
            let numbered = field.family.then(|| format!("{}-0", field.name));
            let aliases = field.aliases.iter().map(|alias| (*alias).to_owned());
            [field.name.to_owned()].into_iter().chain(numbered).chain(aliases).collect()
        };
        for name in names {
            for place in [0, text.len() / 2, text.len()] {
                let (before, after) = text.split_at(place);
                spoiled.push((name.clone(), format!("{before}{control}{after}")));
            }
        }
    }
    spoiled
}

/// The character in the first text of the JSON: as it is, and by its number.
fn in_json(text: &str, control: char) -> impl Iterator<Item = String> {
    let (before, after) = text.split_at(text.find('"').unwrap() + 2);
    let number = format!("\\u{:04x}", u32::from(control));
    [format!("{before}{control}{after}"), format!("{before}{number}{after}")].into_iter()
}

/// A call with what must be given.
fn base(entry: &Entry) -> Form {
    let needed = entry.params.iter().filter(|field| field.required() || is_base(entry, field));
    needed.map(|field| (field.name.to_owned(), sample(entry, field))).collect()
}

/// Parameters that may be absent, and without which there is nothing to do.
fn is_base(entry: &Entry, field: &Field) -> bool {
    matches!(
        (entry.name, field.name),
        ("accountsummary", "user")
            | ("api_token_revoke", "token_name")
            | ("addzonerecord", "address")
            | ("setsiteip", "user")
            | ("create_integration_link", "url")
            | ("batch", "command")
            | ("createacct" | "resetzone" | "dumpzone", "domain")
            | ("setresellerpackagelimit", "package")
            | ("export_zone_files", "zone")
            | ("mass_edit_dns_zone", "remove")
            | ("untrack_acct_id", "uid")
    )
}

/// Whether the parameter makes no sense without another one.
fn needs_others(entry: &Entry, field: &Field) -> bool {
    matches!(
        (entry.name, field.name),
        ("createacct", "pass" | "useregns" | "reseller_without_domain" | "uid" | "gid")
            | ("installssl" | "fetchsslinfo" | "import_zone_key", _)
            | ("install_dkim_private_keys" | "install_spf_records", _)
            | ("modifyacct", "update_existing_email_account_quotas")
            | ("addzonerecord" | "editzonerecord", "type" | "flatten" | "flatten_to")
    )
}

fn innermost(ty: &Type) -> &Type {
    match ty {
        Type::Optional(inner) | Type::List(inner) => innermost(inner),
        other => other,
    }
}

/// A text that the parameter takes.
fn sample(entry: &Entry, field: &Field) -> String {
    of_function(entry.name, field.name)
        .map_or_else(|| of_type(innermost(&field.ty)), ToOwned::to_owned)
}

fn of_function(function: &str, name: &str) -> Option<&'static str> {
    Some(match (function, name) {
        ("createacct", "username")
        | ("verify_new_username", "user")
        | ("modifyacct", "newuser") => "newbie",
        ("createacct" | "adddns", "domain") | ("modifyacct", "DNS") => "new.test",
        ("createacct" | "modifyacct", "owner") => "root",
        ("createacct", "homedir") => "/home/newbie",
        ("createacct", "customip") => "192.0.2.10",
        (_, "netmask") => "255.255.255.0",
        ("addips", "ips") => "192.0.2.20",
        ("addips", "excludes") => "192.0.2.21",
        ("sethostname", "hostname") => "panel.example.org",
        (_, "algo_num") => "13",
        (_, "nsec3_salt") => "ab",
        ("delip", "ip") => "192.0.2.11",
        ("delip", "ethernetdev") => "eth0:cp1",
        ("nat_set_public_ip", "public_ip") => "198.51.100.1",
        ("fetch_ssl_certificates_for_fqdns", "domains") => "anna.test",
        ("ipv6_range_add", "range") => "2001:db8:1::/64",
        (_, "base64_png_image") => "iVBORw0KGgo=",
        ("create_integration_link", "group_id") => "files",
        ("create_integration_link", "order") => "1",
        ("createacct" | "modifyacct", "mail_node_alias") => ".local",
        ("createacct" | "modifyacct", "account_enhancements") => "",
        ("createacct" | "modifyacct", "max_team_users") => "5",
        ("modifyacct", "shell") => "/bin/bash",
        ("addpkg", "name") => "silver",
        ("create_featurelist", "featurelist") => "others",
        (_, "featurelist") => "mine",
        (_, "name" | "package" | "pkg" | "pkgname" | "plan") => "gold",
        (_, "_PACKAGE_EXTENSIONS") => "dog",
        (_, "token_name") => {
            if function == "api_token_create" {
                "two"
            } else {
                "one"
            }
        }
        (_, "new_name") => "three",
        ("accountsummary", "search") => "anna",
        ("accountsummary", "searchtype") => "user",
        ("untrack_acct_id", "uid" | "gid") => "4000",
        ("get_available_applications", "file") => "dynamicui.conf",
        ("batch", "command") => "accountsummary?user=anna",
        ("forcepasswordchange", "users_json") => r#"{"anna":1}"#,
        ("add_override_features_for_user", "features") => r#"{"zoneedit":1}"#,
        ("remove_override_features_for_user", "features") => r#"["zoneedit"]"#,
        ("personalization_get", "names") => r#"["one"]"#,
        ("personalization_set", "personalization") => r#"{"one":"two"}"#,
        ("manage_features", "features") | (_, "feature") => "zoneedit",
        ("create_user_session", "cp_security_token") => "cpsess1234567890",
        ("create_user_session", "promptToken") => "YQ==",
        ("create_user_session", "preferred_domain") => "host.example.test",
        ("create_user_session", "locale") | (_, "LOCALE" | "LANG" | "language") => "en",
        ("setresellerips", "ips") => "192.0.2.10,192.0.2.11",
        ("setresellernameservers", "nameservers") => "ns1.example.net,ns2.example.net",
        ("adddns", "ipv6") => "2001:db8::1",
        (_, "class") => "IN",
        ("dumpzone" | "resetzone", "zone") => "anna.test.db",
        ("editzonerecord" | "getzonerecord" | "removezonerecord", "line")
        | ("mass_edit_dns_zone", "remove") => "6",
        ("removezonerecord", "serialnum") | ("mass_edit_dns_zone", "serial") => "2026010100",
        ("mass_edit_dns_zone", "add") => {
            r#"{"dname":"new","ttl":60,"record_type":"A","data":["192.0.2.1"]}"#
        }
        ("mass_edit_dns_zone", "edit") => {
            r#"{"dname":"new","ttl":60,"record_type":"A","data":["192.0.2.1"],"line_index":5}"#
        }
        ("showbw", "month") => "1",
        ("showbw", "year") => "2026",
        _ => return None,
    })
}

fn of_type(ty: &Type) -> String {
    let text = match ty {
        Type::User => "anna",
        Type::Domain => "anna.test",
        Type::Email => "x@example.net",
        Type::Ip => "192.0.2.10",
        Type::Path => "/home/anna",
        Type::Url => "https://example.net/",
        Type::UnixTime => "1900000000",
        Type::Secret => "Tundra-otter-9-mellow",
        Type::Limit => "5",
        Type::Enum(words) => words.first().copied().unwrap_or_default(),
        Type::Int | Type::Number | Type::Flag => "1",
        _ => "jupiter",
    };
    text.to_owned()
}
