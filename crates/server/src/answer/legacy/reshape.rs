//! What is made of data before they are put into an answer of API 0.

use api::{Value, legacy::Reshape, object};

/// The data, reshaped.
pub(super) fn reshaped(mut tree: Value, reshape: Reshape) -> Value {
    match reshape {
        Reshape::Nothing => return tree,
        Reshape::Under(key) => return object([(key, tree)]),
        Reshape::Only(key) => return tree.get_mut(key).map(first).unwrap_or_default(),
        Reshape::First(key) => change(&mut tree, key, first),
        Reshape::ByName(key, what) => change(&mut tree, key, |list| by_name(list, what)),
        Reshape::Objects(key) => change(&mut tree, key, |list| objects(list, key)),
        Reshape::Within(key, names) => change(&mut tree, key, |object| renamed(object, names)),
    }
    tree
}

/// The name that a key has here.
pub(super) fn new_name<'a>(name: &'a str, names: &[(&str, &'static str)]) -> &'a str {
    names.iter().find(|(from, _)| *from == name).map_or(name, |(_, to)| to)
}

fn change(tree: &mut Value, key: &str, change: impl FnOnce(&mut Value) -> Value) {
    if let Some(value) = tree.get_mut(key) {
        *value = change(value);
    }
}

fn first(list: &mut Value) -> Value {
    list.get_mut(0).map(Value::take).unwrap_or_default()
}

fn by_name(list: &mut Value, what: &str) -> Value {
    let items = list.as_array_mut().map(std::mem::take).unwrap_or_default();
    let named = items.into_iter().filter_map(|mut item| {
        let name = item.get("name")?.as_str()?.to_owned();
        Some((name, item.get_mut(what)?.take()))
    });
    Value::Object(named.collect())
}

fn objects(list: &mut Value, key: &'static str) -> Value {
    let texts = list.as_array_mut().map(std::mem::take).unwrap_or_default();
    texts.into_iter().map(|text| object([(key, text)])).collect()
}

fn renamed(object: &mut Value, names: &[(&str, &'static str)]) -> Value {
    let keys = object.as_object_mut().map(std::mem::take).unwrap_or_default();
    let renamed = keys.into_iter().map(|(key, value)| (new_name(&key, names).to_owned(), value));
    Value::Object(renamed.collect())
}
