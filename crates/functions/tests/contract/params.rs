//! Parameters against the contract.
//!
//! The code may be narrower where the contract says only `string`, may read a parameter under the
//! name of another one (an alias), and may name a default where the contract names none.

use std::collections::BTreeSet;

use api::{Entry, Field, Type};

use crate::{
    difference::Difference,
    facts::{Facts, Param},
};

/// Adds what differs.
pub(crate) fn compare(entry: &Entry, facts: &Facts, found: &mut Vec<Difference>) {
    let differs = |name: &str, contract: String, code: String| {
        Difference::of(entry.name, format!("parameter {name}"), contract, code)
    };
    let takes_rest = entry.params.iter().any(|field| field.rest);
    for param in &facts.params {
        if is_open(&param.name) {
            if !takes_rest {
                found.push(differs(&param.name, "free names".into(), "no `rest` field".into()));
            }
            continue;
        }
        let bare = param.name.strip_suffix("-N").unwrap_or(&param.name);
        match find(entry, bare) {
            Some(field) if field.name == bare => {
                let (contract, code) = (asked(param), taken(field));
                if !agrees(param, field) {
                    found.push(differs(&param.name, contract, code));
                }
            }
            Some(field) if fits(param, inner(&field.ty)) => {}
            Some(field) => {
                found.push(differs(
                    &param.name,
                    asked(param),
                    format!("an alias: {}", taken(field)),
                ));
            }
            None => found.push(differs(&param.name, asked(param), "no such parameter".into())),
        }
    }
    for field in entry.params {
        let known = |param: &Param| {
            if field.rest {
                is_open(&param.name)
            } else {
                param.name.strip_suffix("-N").unwrap_or(&param.name) == field.name
            }
        };
        if !facts.params.iter().any(known) {
            found.push(differs(field.name, "no such parameter".into(), taken(field)));
        }
    }
}

/// The field that reads a name, by its own name first.
fn find<'a>(entry: &Entry, name: &str) -> Option<&'a Field> {
    let named = entry.params.iter().find(|field| field.name == name && !field.rest);
    named.or_else(|| entry.params.iter().find(|field| field.aliases.contains(&name)))
}

/// Whether a name of the contract stands for free names: `X`, `x_*`, `idN`, `copy-X`.
fn is_open(name: &str) -> bool {
    let lettered = name == "X" || name.ends_with('*') || name.ends_with("-X");
    let numbered = name.ends_with('N') && name.contains(|c: char| c.is_ascii_lowercase());
    lettered || (numbered && !name.ends_with("-N"))
}

fn agrees(param: &Param, field: &Field) -> bool {
    let presence = field.family || !param.name.ends_with("-N");
    // Of a family, each name may stand in for the other.
    let need = field.family || param.required == field.required();
    presence && need && default_agrees(param, field) && fits(param, inner(&field.ty))
}

fn default_agrees(param: &Param, field: &Field) -> bool {
    let wanted = param.default.as_deref().filter(|_| !param.required);
    let Some(wanted) = wanted else { return true };
    let secret = matches!(inner(&field.ty), Type::Secret);
    match field.default {
        Some(given) => given == wanted,
        // Several have none given as their default; an empty text is as good as none.
        None => field.family || secret || wanted.is_empty(),
    }
}

/// Whether a type is one that the contract's type allows.
fn fits(param: &Param, ty: &Type) -> bool {
    match (param.kind.as_str(), ty) {
        ("string" | "path", Type::Secret)
        | (
            "string",
            Type::Text
            | Type::User
            | Type::Domain
            | Type::Email
            | Type::Ip
            | Type::Path
            | Type::Url
            | Type::Json
            | Type::Limit
            | Type::Enum(_),
        )
        | ("int", Type::Int | Type::Limit)
        | ("number", Type::Number | Type::Int)
        | ("flag", Type::Flag)
        | ("json", Type::Json)
        | ("unixtime", Type::UnixTime)
        | ("domain", Type::Domain)
        | ("user", Type::User)
        | ("email", Type::Email)
        | ("ip", Type::Ip)
        | ("path", Type::Path)
        | ("url", Type::Url) => true,
        ("enum", Type::Enum(words)) => {
            words.iter().map(ToString::to_string).collect::<BTreeSet<_>>() == param.values
        }
        ("enum", Type::Flag) => param.values == BTreeSet::from(["0".to_owned(), "1".to_owned()]),
        _ => false,
    }
}

fn inner(ty: &Type) -> &Type {
    match ty {
        Type::Optional(inner) | Type::List(inner) => self::inner(inner),
        other => other,
    }
}

fn asked(param: &Param) -> String {
    let Param { name, kind, required, default, values } = param;
    let several = if name.ends_with("-N") { ", numbered" } else { "" };
    let need = if *required { "required" } else { "optional" };
    let default = default.as_ref().map(|text| format!(", default {text:?}")).unwrap_or_default();
    let values = match values.len() {
        0 => String::new(),
        _ => format!(" of {}", values.iter().cloned().collect::<Vec<_>>().join(", ")),
    };
    format!("{kind}{values}, {need}{several}{default}")
}

fn taken(field: &Field) -> String {
    let need = if field.required() { "required" } else { "optional" };
    let default = field.default.map(|text| format!(", default {text:?}")).unwrap_or_default();
    let several = if field.family { ", family" } else { "" };
    let rest = if field.rest { ", rest" } else { "" };
    format!("{:?}, {need}{several}{rest}{default}", inner(&field.ty))
}

#[test]
fn open_names_are_told_from_plain_ones() {
    for name in ["X", "*", "x_*", "copymysqldb-X", "setting_idN"] {
        assert!(is_open(name), "{name}");
    }
    for name in ["domain-N", "MAXFTP", "BWLIMIT", "MAX_EMAIL_PER_HOUR", "DNS", "LANG", "CPANEL"] {
        assert!(!is_open(name), "{name}");
    }
}

#[test]
fn a_default_must_be_the_contracts() {
    let param = |default: Option<&str>| Param {
        name: "a".to_owned(),
        kind: "int".to_owned(),
        required: false,
        default: default.map(str::to_owned),
        values: BTreeSet::new(),
    };
    let ty = Type::Optional(&Type::Int);
    let field = |default: Option<&'static str>| Field {
        name: "a",
        doc: "",
        ty: if default.is_none() { ty } else { Type::Int },
        default,
        family: false,
        rest: false,
        absent: false,
        aliases: &[],
    };
    assert!(agrees(&param(Some("5")), &field(Some("5"))));
    assert!(agrees(&param(None), &field(None)));
    assert!(!agrees(&param(Some("5")), &field(Some("6"))));
    assert!(!agrees(&param(Some("5")), &field(None)));
}
