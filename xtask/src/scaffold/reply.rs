//! The `Reply` of a function.

use serde_json::{Map, Value};

use super::{file::File, names, params, prose};
use crate::contract::Facts;

/// The type of the reply, and its definition where it is the file's own; nested types are added to
/// the file.
pub(crate) fn render(file: &mut File, facts: &Facts) -> (String, String) {
    match &facts.returns {
        Value::Null => ("()".to_owned(), String::new()),
        Value::Object(keys) if !is_map(keys) => {
            file.api("Output");
            let doc = prose::comment(&format!("What `{}` answers.", facts.name), 0);
            let fields = fields(file, "Answer", keys);
            let text = format!("{doc}#[derive(Output)]\npub struct Reply {{\n{fields}}}\n");
            ("Reply".to_owned(), text)
        }
        other => (ty(file, "Answer", "item", other), String::new()),
    }
}

fn is_map(keys: &Map<String, Value>) -> bool {
    keys.is_empty() || keys.contains_key("*")
}

fn fields(file: &mut File, parent: &str, keys: &Map<String, Value>) -> String {
    let mut text = String::new();
    let mut taken: Vec<String> = Vec::new();
    for (key, shape) in keys {
        let name = key.strip_suffix('?').unwrap_or(key);
        let field = free(&mut taken, names::snake(name), name);
        let mut ty = ty(file, parent, name, shape);
        let mut marks = Vec::new();
        if field != name {
            marks.push(format!("name = {name:?}"));
        }
        if name != key {
            marks.push("absent".to_owned());
            if !ty.starts_with("Option<") {
                ty = format!("Option<{ty}>");
            }
        }
        text.push_str(&prose::comment(&prose::from_name(name, kind(shape)), 4));
        if !marks.is_empty() {
            text = format!("{text}    #[param({})]\n", marks.join(", "));
        }
        text = format!("{text}    pub {field}: {ty},\n");
    }
    text
}

/// A name of a field that no other field has: `_count` beside `count` is `raw_count`.
fn free(taken: &mut Vec<String>, field: String, name: &str) -> String {
    let before = if name.starts_with('_') { "raw" } else { "other" };
    let field = if taken.contains(&field) {
        format!("{before}_{}", field.trim_end_matches('_'))
    } else {
        field
    };
    taken.push(field.clone());
    field
}

fn kind(shape: &Value) -> &str {
    shape.as_str().map_or("", |text| text.strip_suffix("|null").unwrap_or(text))
}

fn ty(file: &mut File, parent: &str, name: &str, shape: &Value) -> String {
    match shape {
        Value::String(scalar) => scalar_type(file, parent, name, scalar),
        Value::Array(items) => {
            let item = items.first().unwrap_or(&Value::Null);
            format!("Vec<{}>", item_type(file, parent, name, item))
        }
        Value::Object(keys) if is_map(keys) => {
            let map = file.std("collections::BTreeMap");
            let any = Value::String("any".to_owned());
            let item = keys.get("*").unwrap_or(&any);
            format!("{map}<String, {}>", item_type(file, parent, name, item))
        }
        Value::Object(keys) => {
            let doc = format!("The {}.", prose::spoken(name));
            object(file, [parent, name, "Part"], &doc, keys)
        }
        _ => file.api("Value"),
    }
}

/// The type of an item of a list or map of that name.
fn item_type(file: &mut File, parent: &str, name: &str, shape: &Value) -> String {
    let one = names::singular(name);
    match shape {
        Value::Object(keys) if !is_map(keys) => {
            let doc = match name {
                "item" => "One item.".to_owned(),
                _ => format!("One item of `{name}`."),
            };
            object(file, [parent, &one, "Item"], &doc, keys)
        }
        _ => ty(file, parent, &one, shape),
    }
}

fn object(file: &mut File, name: [&str; 3], doc: &str, keys: &Map<String, Value>) -> String {
    let [_, wire, _] = name;
    file.api("Output");
    let place = file.place();
    let fields = fields(file, &names::camel(wire), keys);
    let doc = prose::comment(doc, 0);
    file.define(place, name, |name| {
        format!("{doc}#[derive(Output)]\npub struct {name} {{\n{fields}}}\n")
    })
}

fn scalar_type(file: &mut File, parent: &str, name: &str, scalar: &str) -> String {
    if let Some(one) = scalar.strip_suffix("|null") {
        return match scalar_type(file, parent, name, one) {
            any if any == "Value" => any,
            one => format!("Option<{one}>"),
        };
    }
    if let Some(words) = scalar.strip_prefix("enum(").and_then(|text| text.strip_suffix(')')) {
        let words: Vec<String> = words.split(',').map(str::to_owned).collect();
        if params::is_yes_no(&words) {
            return file.api("YesNo");
        }
        return file.word(parent, name, &words);
    }
    match scalar {
        "string" => "String".to_owned(),
        "int" => "i64".to_owned(),
        "number" => "f64".to_owned(),
        "flag" | "bool" => file.api("Flag"),
        "unixtime" => file.api("UnixTime"),
        "null" => "()".to_owned(),
        _ => file.api("Value"),
    }
}
