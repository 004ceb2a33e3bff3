//! The `Params` of a function.

use serde_json::Value;

use super::{
    file::{self, File},
    names, prose,
};
use crate::contract::{Facts, Param};

/// The struct, its types added to the file.
pub(crate) fn render(file: &mut File, title: &str, facts: &Facts) -> String {
    // Of some the reference says no more than their names.
    let said = if facts.summary.is_empty() { format!("`{title}`") } else { facts.summary.clone() };
    let doc = prose::comment(&prose::sentence(&said), 0);
    let plain = facts.params.iter().filter(|param| !is_rest(param) && !is_member(facts, param));
    let mut fields: String = plain.map(|param| field(file, facts, param)).collect();
    fields.push_str(&rest(file, facts));
    if fields.is_empty() {
        return format!("{doc}#[derive(Input)]\npub struct Params;\n");
    }
    format!("{doc}#[derive(Input)]\npub struct Params {{\n{fields}}}\n")
}

/// Whether a parameter stands for names that are not fixed: `X`, `x_*`, `idN`, `copy-X`.
fn is_rest(param: &Param) -> bool {
    let name = param.name.as_str();
    let ends = name.ends_with(['X', '*']) && (name.len() < 3 || name.contains(['-', '_']));
    let numbered = name.ends_with('N') && name.contains(|c: char| c.is_ascii_lowercase());
    ends || (numbered && !name.ends_with("-N"))
}

/// Whether it is the numbered form of another parameter.
fn is_member(facts: &Facts, param: &Param) -> bool {
    let bare = param.name.strip_suffix("-N");
    bare.is_some_and(|bare| facts.params.iter().any(|other| other.name == bare))
}

fn is_family(facts: &Facts, param: &Param) -> bool {
    let numbered = format!("{}-N", param.name);
    param.name.ends_with("-N")
        || facts.params.iter().any(|other| other.name == numbered)
        || param.note.contains("repeat")
        || param.note.contains(&numbered)
}

fn says_several(clause: &str) -> bool {
    ["repeat", "for several", "numbered form", "the first of several", "one for each"]
        .iter()
        .any(|words| clause.contains(words))
}

fn field(file: &mut File, facts: &Facts, param: &Param) -> String {
    let name = param.name.strip_suffix("-N").unwrap_or(&param.name);
    let family = is_family(facts, param);
    let ty = ty(file, param, name);
    let default = if family { None } else { default(param, &ty) };
    let ty = match (family, &default) {
        (true, _) => format!("Vec<{ty}>"),
        (false, None) if !param.required => format!("Option<{ty}>"),
        _ => ty,
    };
    let mut marks = Vec::new();
    if names::snake(name) != name {
        marks.push(format!("name = {name:?}"));
    }
    if family {
        marks.push("family".to_owned());
    }
    marks.extend(default.map(|default| format!("default = {default}")));
    let marks = if marks.is_empty() {
        String::new()
    } else {
        format!("    #[param({})]\n", marks.join(", "))
    };
    let doc = if family { several(name, param) } else { text(name, param) };
    format!("{}{marks}    pub {}: {ty},\n", prose::comment(&doc, 4), names::snake(name))
}

fn text(name: &str, param: &Param) -> String {
    prose::of_param(name, &param.kind, &param.note)
}

/// The text of a family: what its note says beside that there may be several.
fn several(name: &str, param: &Param) -> String {
    let clauses: Vec<_> = param.note.split("; ").filter(|clause| !says_several(clause)).collect();
    let said = prose::of_param(name, &param.kind, &clauses.join("; "));
    format!("{said} One or several.")
}

fn rest(file: &mut File, facts: &Facts) -> String {
    let rest: Vec<_> = facts.params.iter().filter(|param| is_rest(param)).collect();
    if rest.is_empty() {
        return String::new();
    }
    let map = file.std("collections::BTreeMap");
    let said = rest.iter().map(|param| match param.name.as_str() {
        "X" | "*" => prose::of_param("values by name", &param.kind, &param.note),
        name => prose::sentence(&format!("`{name}`: {}", param.note)),
    });
    let doc = said.collect::<Vec<_>>().join(" ");
    format!(
        "{}    #[param(rest)]\n    pub rest: {map}<String, String>,\n",
        prose::comment(doc.trim(), 4)
    )
}

fn ty(file: &mut File, param: &Param, name: &str) -> String {
    let note = param.note.as_str();
    let lines =
        ["PEM", "key text", "configuration file's content"].iter().any(|s| note.contains(s));
    match param.kind.as_str() {
        "string" if is_secret(name) && !lines => file.api("Secret"),
        "string" if lines && is_key(name) => file.api("SecretLines"),
        "string" if lines || is_text(name) => file.api("Multiline"),
        "int" => "i64".to_owned(),
        "number" => "f64".to_owned(),
        "flag" => file.api("Flag"),
        "json" => {
            file.api("Value");
            format!("{}<Value>", file.api("JsonText"))
        }
        "enum" if is_yes_no(&words(param)) => file.api("YesNo"),
        "enum" => file.word("Asked", name, &words(param)),
        "unixtime" => file.api("UnixTime"),
        "domain" => file.api("DomainName"),
        "user" => file.api("UserName"),
        "email" => file.api("EmailAddress"),
        "ip" if note.contains("range") => file.api("AddressRange"),
        "ip" => file.std("net::IpAddr"),
        "path" => file.api("FilePath"),
        "url" => file.api("Url"),
        _ => "String".to_owned(),
    }
}

fn is_secret(name: &str) -> bool {
    let whole = [
        "pass",
        "secret",
        "token",
        "tfa_token",
        "login_token",
        "application_key",
        "newpass",
        "oldpass",
        "api_token",
        "app_key",
        "app_keys",
        "key_data",
    ];
    let ends = [
        "password",
        "_pass",
        "passphrase",
        "client_secret",
        "access_token",
        "pass_hash",
        "password_hash",
    ];
    whole.contains(&name) || ends.iter().any(|end| name.ends_with(end))
}

fn is_key(name: &str) -> bool {
    matches!(name, "key" | "privatekey")
}

fn is_text(name: &str) -> bool {
    matches!(name, "content" | "config_text" | "text" | "file_content")
}

/// Whether these words are those of `YesNo`.
pub(crate) fn is_yes_no(words: &[String]) -> bool {
    words == ["y", "n"] || words == ["n", "y"]
}

fn words(param: &Param) -> Vec<String> {
    param.values.iter().map(plain).collect()
}

/// A JSON scalar as text.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A number as Rust is written: its thousands apart.
fn grouped(number: &str) -> String {
    if number.len() < 6 || !number.bytes().all(|digit| digit.is_ascii_digit()) {
        return number.to_owned();
    }
    let digits = number.chars().enumerate();
    let apart = digits.flat_map(|(at, digit)| {
        let gap = at > 0 && (number.len() - at).is_multiple_of(3);
        gap.then_some('_').into_iter().chain([digit])
    });
    apart.collect()
}

/// The default in Rust; none where absence is the default.
fn default(param: &Param, ty: &str) -> Option<String> {
    let value = &param.default;
    if param.required || value.is_null() || value.is_array() || ty.starts_with("Secret") {
        return None;
    }
    let text = plain(value);
    match param.kind.as_str() {
        "enum" if ty == "YesNo" => Some(format!("{text:?}")),
        "enum" => {
            let words = words(param);
            let place = words.iter().position(|word| *word == text)?;
            file::variants(&words).get(place).map(|variant| format!("{ty}::{variant}"))
        }
        "int" | "number" | "flag" | "unixtime" => Some(grouped(&text)),
        "string" | "email" | "path" if ty != "Multiline" => Some(format!("{text:?}")),
        _ => None,
    }
}
