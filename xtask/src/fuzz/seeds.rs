//! What fuzzing begins with: calls as the contract describes them, and the words in them.

use std::{collections::BTreeSet, path::Path};

use serde_json::Value;

use crate::{
    Done,
    contract::{Contract, Facts, Param},
    workspace,
};

/// Queries of the list controls.
const CONTROLS: [&str; 6] = [
    "api.filter.enable=1&api.filter.a.field=user&api.filter.a.type=eq&api.filter.a.arg0=anna",
    "api.filter.enable=1&api.filter.a.field=owner&api.filter.a.arg0=bob&api.sort.enable=1\
     &api.sort.a.field=user&api.sort.a.reverse=1",
    "api.filter.enable=1&api.filter.a.field=disklimit&api.filter.a.type=gt&api.filter.a.arg0=20",
    "api.chunk.enable=1&api.chunk.size=5&api.chunk.start=6&api.chunk.verbose=1",
    "api.sort.enable=1&api.sort.a.field=disklimit&api.sort.a.method=numeric&api.sort.b.field=user",
    "api.columns.enable=1&api.columns.a=user&api.columns.b=domain&api.chunk.enable=1\
     &api.chunk.size=3",
];

/// Heads of requests: the digits of the session's path, then header lines; `%` is a valid token.
const HEADS: [&str; 6] = [
    "\nauthorization: whm bob:%",
    "\nauthorization: Basic YW5uYTpRdWFycnktbGFtcC03LXZpdmlk",
    "\nauthorization: Basic Ym9iOlF1YXJyeS1sYW1wLTctdml2aWQ=",
    "\nauthorization: cpanel anna:%",
    "0123456789\ncookie: __Host-whostmgrsession=root%3aABCDEFGH%2c0123456789abcdef",
    "123\nauthorization: Bearer x\ncookie: whostmgrsession=a; cpsession=b",
];

/// Writes the seeds of a target, a file each.
pub(super) fn write(contract: &Contract, target: &str, folder: &Path) -> Done {
    let facts = contract.groups.iter().flat_map(|group| &group.functions);
    let seeds: Vec<String> = match target {
        "functions" => facts.map(calls).collect(),
        "form" => facts.flat_map(forms).collect(),
        "controls" => CONTROLS.map(str::to_owned).into(),
        _ => HEADS.map(str::to_owned).into(),
    };
    for (number, seed) in seeds.iter().enumerate() {
        workspace::write(&folder.join(number.to_string()), seed)?;
    }
    Ok(())
}

/// All names of functions and parameters, and the words that values may be.
pub(super) fn dictionary(contract: &Contract) -> String {
    let mut words = BTreeSet::new();
    for facts in contract.groups.iter().flat_map(|group| &group.functions) {
        words.insert(facts.name.clone());
        for param in &facts.params {
            words.insert(param.name.clone());
            words.extend(param.values.iter().filter_map(Value::as_str).map(str::to_owned));
        }
    }
    let quoted = words
        .iter()
        .filter(|word| word.bytes().all(|b| b.is_ascii_graphic() && b != b'"' && b != b'\\'));
    quoted.map(|word| format!("\"{word}\"\n")).collect::<Vec<_>>().concat()
}

/// The function called by everybody, with what it needs and with all that it takes.
fn calls(facts: &Facts) -> String {
    let all: Vec<&Param> = facts.params.iter().collect();
    let needed: Vec<&Param> = all.iter().copied().filter(|param| param.required).collect();
    let line = |user: &str, params: &[&Param]| format!("{user} {} {}\n", facts.name, query(params));
    [line("root", &needed), line("root", &all), line("bob", &needed), line("anna", &needed)]
        .concat()
}

/// The parameters as a query, as JSON and as parts.
fn forms(facts: &Facts) -> [String; 3] {
    let all: Vec<&Param> = facts.params.iter().collect();
    let object: serde_json::Map<String, Value> =
        all.iter().map(|param| (param.name.clone(), sample(param).into())).collect();
    let parts: Vec<String> = all.iter().copied().map(part).collect();
    [
        format!("{}\n\n", query(&all)),
        format!("api.version=1\napplication/json\n{}", Value::Object(object)),
        format!("\nmultipart/form-data; boundary=edge\n{}--edge--\r\n", parts.concat()),
    ]
}

fn part(param: &Param) -> String {
    let (name, value) = (&param.name, sample(param));
    format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
}

fn query(params: &[&Param]) -> String {
    let pairs: Vec<String> =
        params.iter().map(|param| format!("{}={}", param.name, sample(param))).collect();
    pairs.join("&")
}

/// A value that a parameter may have, most often of an account that is there.
fn sample(param: &Param) -> String {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    if let Some(value) = param.values.first() {
        return text(value);
    }
    let sample = match (param.name.as_str(), param.kind.as_str()) {
        ("username", _) => "dora",
        ("password" | "pass", _) => "Quarry-lamp-7-vivid",
        (_, "user") => "anna",
        (_, "domain") => "anna.test",
        (_, "flag") => "1",
        (_, "int" | "number") => "10",
        (_, "ip") => "192.0.2.10",
        (_, "path") => "/home/anna",
        (_, "url") => "https://example.com/",
        (_, "unixtime") => "1767225600",
        (_, "json") => r#"{"anna":1}"#,
        (_, "email") => "anna@example.com",
        _ if !param.default.is_null() => return text(&param.default),
        _ => "default",
    };
    sample.to_owned()
}
