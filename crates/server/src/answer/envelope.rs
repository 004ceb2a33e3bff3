//! The answer of API 1: `data` and `metadata`.

use api::{
    Data, Effect, Entry, Error, Form, Kind, Output, Result, Type, Value, function::Notes, object,
};
use serde_json::Map;

use super::{
    Outcome, Target,
    controls::{Controls, Counts},
    list::put_data,
};

/// Writes it. `metadata` comes last, when its counters are known.
pub(super) fn put(outcome: Outcome, form: &Form, target: &mut dyn Target) {
    let Outcome { command, entry, result, notes } = outcome;
    target.open_object();
    let mut is_literal = false;
    let told = match entry {
        None => Err(unknown(&command)),
        Some(entry) => result.and_then(|data| {
            let controls = controls(entry, &data, form)?;
            is_literal = is_real_object(&data, &entry.reply);
            put_data(data, "data", &controls, target)
        }),
    };
    let mut metadata = metadata(&command, &told, &notes);
    if is_literal && told.is_ok() {
        metadata.insert("payload_is_literal".to_owned(), 1.into());
    }
    metadata
        .extend(told.iter().flat_map(Counts::entries).map(|(key, value)| (key.to_owned(), value)));
    target.key("metadata");
    Output::put(&Value::Object(metadata), target);
    if let Err(error) = &told {
        put_denial(error, target);
    }
    target.close_object();
}

fn unknown(command: &str) -> Error {
    let said = format!("Unknown app (\"{command}\") requested for this version (1) of the API.");
    Error::not_found(said)
}

/// The controls for the data. What changed something is not called failed for a control that is
/// wrong, nor is what has no list.
fn controls(entry: &Entry, data: &Data, form: &Form) -> Result<Controls> {
    match Controls::read(form) {
        Err(error) if entry.effect == Effect::Reads && has_list(data) => Err(error),
        read => Ok(read.unwrap_or_default()),
    }
}

fn has_list(data: &Data) -> bool {
    match data {
        Data::None => false,
        Data::Rows(_) => true,
        Data::Tree(tree) => tree.as_object().is_some_and(|map| map.values().any(Value::is_array)),
    }
}

/// Whether clients that unwrap a lone list would take an object for its wrapper.
fn is_real_object(data: &Data, reply: &Type) -> bool {
    let Data::Tree(Value::Object(map)) = data else { return false };
    let is_lone_list = map.len() == 1 && map.values().all(Value::is_array);
    is_lone_list
        && match reply {
            Type::Optional(inner) => is_real_object(data, inner),
            Type::Object([field]) => field.rest,
            Type::Any => false,
            _ => true,
        }
}

fn metadata(command: &str, told: &Result<Counts>, notes: &Notes) -> Map<String, Value> {
    let reason = match told {
        Ok(_) => notes.reason.clone().unwrap_or_else(|| "OK".to_owned()),
        Err(error) => error.to_string(),
    };
    let mut metadata = Map::new();
    metadata.insert("command".to_owned(), command.into());
    metadata.insert("version".to_owned(), 1.into());
    metadata.insert("result".to_owned(), u8::from(told.is_ok()).into());
    metadata.insert("reason".to_owned(), reason.into());
    metadata.extend(output(notes).map(|output| ("output".to_owned(), output)));
    metadata
}

/// `metadata.output`, where there is anything to say in it.
fn output(notes: &Notes) -> Option<Value> {
    let raw = notes.raw.as_deref().map(Value::from);
    let list = |list: &[String]| (!list.is_empty()).then(|| Value::from(list));
    let parts =
        [("raw", raw), ("warnings", list(&notes.warnings)), ("messages", list(&notes.messages))];
    let output: Map<_, _> =
        parts.into_iter().filter_map(|(key, part)| Some((key.to_owned(), part?))).collect();
    (!output.is_empty()).then_some(Value::Object(output))
}

/// What some clients read as “access denied”, in API 1 too.
fn put_denial(error: &Error, target: &mut dyn Target) {
    if error.kind() != Kind::Denied {
        return;
    }
    target.key("status");
    target.int(0);
    target.key("statusmsg");
    target.text(&error.to_string());
}

/// What the relays answer in place of an envelope: the data itself, or why there is none.
pub(super) fn literal(result: Result<Data>) -> Value {
    let tree = result.and_then(Data::into_tree);
    match tree {
        Ok(tree) => tree.unwrap_or_else(|| object([])),
        Err(error) => super::refusals::relay(&error.to_string()),
    }
}
