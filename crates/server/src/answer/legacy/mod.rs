//! The answer to callers that name no version (API 0): its shape is a function's own.

mod reshape;

use api::{
    Data, Legacy, Output, Result, Value,
    function::Notes,
    legacy::{Frame, Reshape},
    object,
};
use serde_json::Map;

use super::{Outcome, Target, list::put_bare_rows};

/// Writes it. A failure keeps the shape, with `status` 0.
pub(super) fn put(outcome: Outcome, target: &mut dyn Target) {
    let Outcome { command, entry, result, notes } = outcome;
    let Some(entry) = entry else { return Output::put(&unknown(&command), target) };
    let legacy = entry.legacy;
    let result = result.and_then(|data| reshaped(data, legacy.reshape));
    let (key, item) = match legacy.frame {
        Frame::Root | Frame::Literal => return put_root(result, legacy, target),
        Frame::State => return put_state_and_keys(result, legacy, &notes, target),
        Frame::Beside(key) => return Output::put(&beside(key, tree(result), &notes), target),
        Frame::Alone(key) => (key, alone(tree(result), &notes)),
        Frame::Item(key) => (key, item(tree(result), legacy, &notes)),
        Frame::OwnItem => (entry.name, item(tree(result), legacy, &notes)),
    };
    Output::put(&object([(key, Value::Array(vec![item]))]), target);
}

fn unknown(command: &str) -> Value {
    let said = format!("Unknown App Requested: {command} for this version (0) of the API.");
    object([("error", said.into())])
}

/// Rows stay rows where nothing is made of them.
fn reshaped(data: Data, reshape: Reshape) -> Result<Data> {
    if reshape == Reshape::Nothing {
        return Ok(data);
    }
    let tree = data.into_tree()?.unwrap_or_default();
    Ok(Data::Tree(reshape::reshaped(tree, reshape)))
}

fn tree(result: Result<Data>) -> Result<Value> {
    result.and_then(Data::into_tree).map(Option::unwrap_or_default)
}

/// The data's keys at the root; a state only where there are none.
fn put_root(result: Result<Data>, legacy: Legacy, target: &mut dyn Target) {
    match result {
        Ok(Data::Tree(tree @ Value::Array(_))) => return Output::put(&tree, target),
        _ => target.open_object(),
    }
    match result {
        Ok(Data::None | Data::Tree(Value::Null)) => put_state(1, "OK", target),
        Ok(data) => {
            if let Err(error) = put_keys(data, legacy, target) {
                put_state(0, &error.to_string(), target);
            }
        }
        Err(error) => put_state(0, &error.to_string(), target),
    }
    target.close_object();
}

/// The data's keys at the root, and a state.
fn put_state_and_keys(
    result: Result<Data>,
    legacy: Legacy,
    notes: &Notes,
    target: &mut dyn Target,
) {
    target.open_object();
    match result.map(without_state) {
        Ok(data) => match put_keys(data, legacy, target) {
            Ok(()) => put_state(1, reason(notes), target),
            Err(error) => put_state(0, &error.to_string(), target),
        },
        Err(error) => {
            put_state(0, &error.to_string(), target);
            for key in legacy.kept {
                target.key(key);
                target.null();
            }
        }
    }
    target.close_object();
}

fn put_state(status: i64, said: &str, target: &mut dyn Target) {
    target.key("status");
    target.int(status);
    target.key("statusmsg");
    target.text(said);
}

/// The data without the keys that stand beside it.
fn without_state(mut data: Data) -> Data {
    if let Data::Tree(Value::Object(map)) = &mut data {
        map.retain(|key, _| !matches!(key.as_str(), "status" | "statusmsg"));
    }
    data
}

fn put_keys(data: Data, legacy: Legacy, target: &mut dyn Target) -> Result<()> {
    match data {
        Data::None => Ok(()),
        Data::Rows(rows) => {
            let key = reshape::new_name(rows.key, legacy.renamed);
            put_bare_rows(rows, key, target)
        }
        Data::Tree(tree) => {
            for (key, value) in tree.as_object().into_iter().flatten() {
                target.key(reshape::new_name(key, legacy.renamed));
                Output::put(value, target);
            }
            Ok(())
        }
    }
}

fn reason(notes: &Notes) -> &str {
    notes.reason.as_deref().unwrap_or("OK")
}

/// One of the data's keys, or the raw output, beside the state.
fn beside(key: &'static str, tree: Result<Value>, notes: &Notes) -> Value {
    let (state, tree) = state_of(tree, notes);
    let raw = || notes.raw.as_deref().map_or(Value::Null, Value::from);
    let beside = tree.get(key).cloned().unwrap_or_else(raw);
    object([("result", Value::Array(vec![Value::Object(state)])), (key, beside)])
}

/// The data alone; a state only where there are none.
fn alone(tree: Result<Value>, notes: &Notes) -> Value {
    match tree {
        Ok(Value::Null) => Value::Object(state(1, reason(notes))),
        Ok(tree) => tree,
        Err(error) => Value::Object(state(0, &error.to_string())),
    }
}

/// The state, then the data's keys, then what was noted; the state is ours where the data have such
/// keys too.
fn item(tree: Result<Value>, legacy: Legacy, notes: &Notes) -> Value {
    let succeeded = tree.is_ok();
    let (mut item, tree) = state_of(tree, notes);
    if let Value::Object(keys) = tree {
        for (key, value) in keys {
            let key = reshape::new_name(&key, legacy.renamed).to_owned();
            item.entry(key).or_insert(value);
        }
    }
    for key in legacy.kept {
        item.entry(*key).or_insert(Value::Null);
    }
    if let Some(raw) = &notes.raw {
        item.insert("rawout".to_owned(), raw.as_str().into());
    }
    for (key, list) in [("warnings", &notes.warnings), ("messages", &notes.messages)] {
        let is_kept = succeeded && legacy.kept.contains(&key);
        if is_kept || (!list.is_empty() && !item.contains_key(key)) {
            item.insert(key.to_owned(), list.as_slice().into());
        }
    }
    Value::Object(item)
}

fn state_of(tree: Result<Value>, notes: &Notes) -> (Map<String, Value>, Value) {
    match tree {
        Ok(tree) => (state(1, reason(notes)), tree),
        Err(error) => (state(0, &error.to_string()), Value::Null),
    }
}

fn state(status: u8, said: &str) -> Map<String, Value> {
    let keys = [("status", Value::from(status)), ("statusmsg", said.into())];
    keys.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}
