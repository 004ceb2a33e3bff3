//! The answer to callers that name no version (API 0): its shape is a function's own.

use api::{Data, Entry, Legacy, Output, Result, Value, function::Notes, object};
use serde_json::Map;

use super::{Outcome, Target, list::put_bare_rows};

/// A key of the data and what it is called here.
type Renaming = Option<(&'static str, &'static str)>;

/// Writes it. A failure keeps the shape, with `status` 0.
pub(super) fn put(outcome: Outcome, target: &mut dyn Target) {
    let Outcome { command, entry, result, notes } = outcome;
    let Some(entry) = entry else { return Output::put(&unknown(&command), target) };
    match entry.legacy {
        Legacy::Bare => put_bare(result, None, target),
        Legacy::BareAs(from, to) => put_bare(result, Some((from, to)), target),
        Legacy::FirstAs(from, to) => {
            let first = result.and_then(Data::into_tree).map(|tree| first_of(tree, from));
            put_bare(first.map(Data::Tree), Some((from, to)), target);
        }
        Legacy::BareWithin(from, to, within) => {
            put_bare(result.and_then(renamed_within(from, within)), Some((from, to)), target);
        }
        Legacy::BareByName(from, to, what) => {
            put_bare(result.and_then(by_name(from, what)), Some((from, to)), target);
        }
        Legacy::Status(from, to) => put_status(result, (from, to), &notes, target),
        _ => Output::put(&one_item(entry, result, &notes), target),
    }
}

/// Renames keys of the object that the data has under `key`.
fn renamed_within(
    key: &'static str,
    renamings: &'static [(&'static str, &'static str)],
) -> impl Fn(Data) -> Result<Data> {
    move |data| {
        let mut tree = data.into_tree()?.unwrap_or_default();
        if let Some(value) = tree.get_mut(key)
            && let Value::Object(map) = value.take()
        {
            *value =
                map.into_iter().map(|(name, value)| (new_name(name, renamings), value)).collect();
        }
        Ok(Data::Tree(tree))
    }
}

fn new_name(name: String, renamings: &[(&str, &str)]) -> String {
    let found = renamings.iter().find(|(from, _)| *from == name);
    found.map_or(name, |(_, to)| (*to).to_owned())
}

/// Makes the list under `key` an object of what its items have under `what`, by their `name`.
fn by_name(key: &'static str, what: &'static str) -> impl Fn(Data) -> Result<Data> {
    move |data| {
        let mut tree = data.into_tree()?.unwrap_or_default();
        if let Some(value) = tree.get_mut(key)
            && let Value::Array(items) = value.take()
        {
            let named = items.into_iter().filter_map(|mut item| {
                let name = item.get("name")?.as_str()?.to_owned();
                Some((name, item.get_mut(what)?.take()))
            });
            *value = named.collect();
        }
        Ok(Data::Tree(tree))
    }
}

fn unknown(command: &str) -> Value {
    let said = format!("Unknown App Requested: {command} for this version (0) of the API.");
    object([("error", said.into())])
}

/// The data's keys at the root; a status only where there are none.
fn put_bare(result: Result<Data>, renaming: Renaming, target: &mut dyn Target) {
    match result {
        Ok(Data::Tree(tree @ Value::Array(_))) => return Output::put(&tree, target),
        _ => target.open_object(),
    }
    match result {
        Ok(Data::None | Data::Tree(Value::Null)) => put_state(1, "OK", target),
        Ok(data) => {
            if let Err(error) = put_keys(data, renaming, target) {
                put_state(0, &error.to_string(), target);
            }
        }
        Err(error) => put_state(0, &error.to_string(), target),
    }
    target.close_object();
}

/// The data's keys at the root with a status; a failure leaves the renamed key, empty.
fn put_status(
    result: Result<Data>,
    (from, to): (&'static str, &'static str),
    notes: &Notes,
    target: &mut dyn Target,
) {
    target.open_object();
    match result.map(without_state) {
        Ok(data) => match put_keys(data, Some((from, to)), target) {
            Ok(()) => put_state(1, reason(notes), target),
            Err(error) => put_state(0, &error.to_string(), target),
        },
        Err(error) => {
            put_state(0, &error.to_string(), target);
            target.key(to);
            target.null();
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

fn put_keys(data: Data, renaming: Renaming, target: &mut dyn Target) -> Result<()> {
    match data {
        Data::None => Ok(()),
        Data::Rows(rows) => {
            let key = renamed(rows.key, renaming);
            put_bare_rows(rows, key, target)
        }
        Data::Tree(tree) => {
            for (key, value) in tree.as_object().into_iter().flatten() {
                target.key(renamed(key, renaming));
                Output::put(value, target);
            }
            Ok(())
        }
    }
}

fn renamed(key: &str, renaming: Renaming) -> &str {
    match renaming {
        Some((from, to)) if from == key => to,
        _ => key,
    }
}

fn reason(notes: &Notes) -> &str {
    notes.reason.as_deref().unwrap_or("OK")
}

/// The shapes that are a list of one object.
fn one_item(entry: &Entry, result: Result<Data>, notes: &Notes) -> Value {
    let tree = result.and_then(Data::into_tree);
    if let Legacy::ResultBeside(key) = entry.legacy {
        let (state, tree) = state_of(tree.map(Option::unwrap_or_default), notes);
        let raw = notes.raw.as_deref().map_or(Value::Null, Value::from);
        let beside = tree.get(key).cloned().unwrap_or(raw);
        return object([("result", Value::Array(vec![Value::Object(state)])), (key, beside)]);
    }
    let (key, item) = match (entry.legacy, tree.map(Option::unwrap_or_default)) {
        (Legacy::ListOf(key), Ok(Value::Null)) => (key, Value::Object(state(1, reason(notes)))),
        (Legacy::ListOf(key), Ok(tree)) => (key, tree),
        (Legacy::ListOf(key), Err(error)) => (key, Value::Object(state(0, &error.to_string()))),
        (Legacy::ResultWith(key), tree) => ("result", item_with(key, tree, notes)),
        (Legacy::ResultItem(key), tree) => {
            ("result", item(tree.map(|tree| only(&tree, key)), notes))
        }
        (Legacy::ResultAs(from, to), tree) => {
            ("result", item(tree.map(|tree| with_new_name(tree, from, to)), notes))
        }
        (Legacy::ResultFirst(from, to), tree) => {
            let tree = tree.map(|tree| with_new_name(first_of(Some(tree), from), from, to));
            ("result", item(tree, notes))
        }
        (Legacy::OwnNameEach(from, to), tree) => (entry.name, item_each(from, to, tree, notes)),
        (Legacy::OwnName, tree) => (entry.name, item(tree, notes)),
        (_, tree) => ("result", item(tree, notes)),
    };
    object([(key, Value::Array(vec![item]))])
}

/// The only item of the list under a key.
fn only(tree: &Value, key: &str) -> Value {
    tree.get(key).and_then(|list| list.get(0)).cloned().unwrap_or_default()
}

/// The data with one of its keys under another name.
fn with_new_name(tree: Value, from: &str, to: &str) -> Value {
    match tree {
        Value::Object(map) => {
            let renamed = |(key, value)| (new_name(key, &[(from, to)]), value);
            map.into_iter().map(renamed).collect()
        }
        other => other,
    }
}

/// The data with the first item of a list in place of the list.
fn first_of(tree: Option<Value>, key: &str) -> Value {
    let mut tree = tree.unwrap_or_default();
    if let Some(list) = tree.get_mut(key) {
        *list = list.get_mut(0).map(Value::take).unwrap_or_default();
    }
    tree
}

/// The state, then the data's keys; the state is ours where the data has such keys too.
fn item(tree: Result<Value>, notes: &Notes) -> Value {
    let (mut item, tree) = state_of(tree, notes);
    if let Value::Object(keys) = tree {
        for (key, value) in keys {
            item.entry(key).or_insert(value);
        }
    }
    Value::Object(with_notes(item, notes))
}

/// The state, then the data whole under `key`, and what was noted even where nothing was.
fn item_with(key: &str, tree: Result<Value>, notes: &Notes) -> Value {
    let succeeded = tree.is_ok();
    let (mut item, tree) = state_of(tree, notes);
    item.insert(key.to_owned(), tree);
    for key in ["rawout", "warnings", "messages"] {
        item.insert(key.to_owned(), Value::Null);
    }
    if succeeded {
        item.insert("warnings".to_owned(), notes.warnings.as_slice().into());
        item.insert("messages".to_owned(), notes.messages.as_slice().into());
    }
    Value::Object(with_notes(item, notes))
}

/// The state, the texts of a list as objects, and the raw output even where there is none.
fn item_each(from: &str, to: &str, tree: Result<Value>, notes: &Notes) -> Value {
    let (mut item, tree) = state_of(tree, notes);
    let texts = tree.get(from).and_then(Value::as_array);
    let each =
        |text: &Value| Value::Object([(from.to_owned(), text.clone())].into_iter().collect());
    let list = texts.map_or(Value::Null, |texts| texts.iter().map(each).collect());
    item.insert(to.to_owned(), list);
    item.insert("rawout".to_owned(), Value::Null);
    Value::Object(with_notes(item, notes))
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

fn with_notes(mut item: Map<String, Value>, notes: &Notes) -> Map<String, Value> {
    if let Some(raw) = &notes.raw {
        item.insert("rawout".to_owned(), raw.as_str().into());
    }
    for (key, list) in [("warnings", &notes.warnings), ("messages", &notes.messages)] {
        if !list.is_empty() {
            item.entry(key).or_insert_with(|| Value::from(list.as_slice()));
        }
    }
    item
}
