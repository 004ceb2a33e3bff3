//! Replies against the contract: keys, which of them may be absent, lists, objects, maps, scalars.
//!
//! The code may leave out a key that the contract has as optional, and may be narrower than a
//! scalar of the contract (a domain name for `string`, fewer words for an enumeration).

use std::collections::BTreeSet;

use api::{Entry, Field, Type, Value};

use crate::{difference::Difference, facts::Facts};

/// Adds what differs.
pub(crate) fn compare(entry: &Entry, facts: &Facts, found: &mut Vec<Difference>) {
    let mut walk = Walk { function: entry.name, found };
    match &facts.returns {
        Value::Null if matches!(entry.reply, Type::Nothing) => {}
        Value::Null => walk.differs("", "nothing", format!("{:?}", entry.reply)),
        shape => walk.compare("", shape, &entry.reply),
    }
}

struct Walk<'a> {
    function: &'static str,
    found: &'a mut Vec<Difference>,
}

impl Walk<'_> {
    fn differs(&mut self, path: &str, contract: impl Into<String>, code: impl Into<String>) {
        let at = format!("reply {path}");
        self.found.push(Difference::of(self.function, at.trim(), contract, code));
    }

    fn compare(&mut self, path: &str, shape: &Value, ty: &Type) {
        match (shape, ty) {
            (Value::String(any), _) if any == "any" => {}
            (Value::String(scalar), ty) if allows(scalar, ty) => {}
            (Value::Array(items), Type::List(item)) => {
                let shape = items.first().unwrap_or(&Value::Null);
                self.compare(&format!("{path}[]"), shape, item);
            }
            (Value::Object(keys), Type::Map(item)) => {
                for shape in keys.values() {
                    self.compare(&format!("{path}.*"), shape, item);
                }
            }
            (Value::Object(keys), Type::Object(fields)) if !keys.contains_key("*") => {
                self.object(path, keys, fields);
            }
            (shape, ty) => self.differs(path, said(shape), format!("{ty:?}")),
        }
    }

    fn object(&mut self, path: &str, keys: &serde_json::Map<String, Value>, fields: &[Field]) {
        let merges = fields.iter().any(|field| field.rest);
        let below = |name: &str| format!("{path}.{name}").trim_start_matches('.').to_owned();
        for (key, shape) in keys {
            let name = key.strip_suffix('?').unwrap_or(key);
            let optional = name != key;
            match fields.iter().find(|field| field.name == name && !field.rest) {
                Some(field) if field.absent && !optional => {
                    self.differs(&below(name), "always there", "may be absent");
                }
                Some(Field { ty: Type::Optional(ty), absent: true, .. }) => {
                    self.compare(&below(name), shape, ty);
                }
                Some(field) => self.compare(&below(name), shape, &field.ty),
                None if optional || merges => {}
                None => self.differs(&below(name), said(shape), "no such key"),
            }
        }
        for field in fields.iter().filter(|field| !field.rest) {
            if !keys.contains_key(field.name) && !keys.contains_key(&format!("{}?", field.name)) {
                self.differs(&below(field.name), "no such key", format!("{:?}", field.ty));
            }
        }
    }
}

/// Whether a scalar of the contract, perhaps a union, allows a type.
fn allows(scalar: &str, ty: &Type) -> bool {
    let all: Vec<&str> = scalar.split('|').collect();
    let nullable = all.contains(&"null");
    match ty {
        Type::Nothing => nullable,
        Type::Optional(inner) => nullable && allows(scalar, inner),
        // A union of kinds that JSON tells apart.
        Type::Any => all.iter().filter(|one| **one != "null").count() > 1,
        Type::Limit => all.contains(&"string") && (all.contains(&"int") || all.contains(&"number")),
        _ => all.iter().any(|one| is(one, ty)),
    }
}

fn is(scalar: &str, ty: &Type) -> bool {
    let words = scalar.strip_prefix("enum(").and_then(|text| text.strip_suffix(')'));
    if let Some(words) = words {
        let words: BTreeSet<&str> = words.split(',').collect();
        return match ty {
            Type::Enum(given) => given.iter().all(|word| words.contains(word)),
            Type::Text => true,
            _ => false,
        };
    }
    match ty {
        Type::Text
        | Type::User
        | Type::Domain
        | Type::Email
        | Type::Ip
        | Type::Path
        | Type::Url
        | Type::Enum(_) => scalar == "string",
        Type::Int => matches!(scalar, "int" | "number" | "unixtime"),
        Type::Number => scalar == "number",
        Type::Flag => matches!(scalar, "flag" | "bool"),
        Type::UnixTime => scalar == "unixtime",
        _ => false,
    }
}

/// A shape in few words.
fn said(shape: &Value) -> String {
    let text = shape.to_string();
    let mut short: String = text.chars().take(120).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

#[test]
fn a_scalar_allows_what_is_narrower_and_null_only_where_it_says_so() {
    for (scalar, ty) in [
        ("string", Type::Domain),
        ("string|null", Type::Optional(&Type::Text)),
        ("int|string", Type::Limit),
        ("int|string", Type::Any),
        ("enum(a,b c)|null", Type::Optional(&Type::Enum(&["b c"]))),
    ] {
        assert!(allows(scalar, &ty), "{scalar}: {ty:?}");
    }
    for (scalar, ty) in [
        ("string", Type::Optional(&Type::Text)),
        ("string", Type::Int),
        ("string|null", Type::Any),
        ("flag", Type::Int),
        ("enum(a,b)", Type::Enum(&["a", "c"])),
    ] {
        assert!(!allows(scalar, &ty), "{scalar}: {ty:?}");
    }
}

#[test]
fn keys_are_told_apart_by_their_place() {
    const ROW: &[Field] = &[field("a", Type::Text, false), field("b", Type::Text, true)];
    const TOP: &[Field] = &[field("list", Type::List(&Type::Object(ROW)), false)];
    let shape =
        serde_json::json!({"list": [{"a": "int", "b": "string", "c": "flag", "d?": "flag"}]});
    let mut found = Vec::new();
    let mut walk = Walk { function: "f", found: &mut found };
    walk.compare("", &shape, &Type::Object(TOP));
    let places: Vec<_> = found.iter().map(|difference| difference.at.as_str()).collect();
    assert_eq!(places, ["reply list[].a", "reply list[].b", "reply list[].c"]);
}

/// A key of a reply.
const fn field(name: &'static str, ty: Type, absent: bool) -> Field {
    let (default, aliases): (_, &[&str]) = (None, &[]);
    Field { name, doc: "", ty, default, family: false, rest: false, absent, aliases }
}
