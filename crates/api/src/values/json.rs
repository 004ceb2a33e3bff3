//! JSON inside a parameter: text whose content has a type of its own.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    form::{Param, Type, one},
    values::{names::UserName, text},
};

/// The deepest nesting of JSON in a parameter.
const DEEPEST: usize = 32;

/// A parameter whose text is itself JSON.
#[derive(Debug, Clone)]
pub struct JsonText<T>(pub T);

/// A truth value inside JSON: 0, 1, "0", "1", true or false.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OneOrZero(pub bool);

/// An object of usernames, its entries in the order given.
#[derive(Debug, Clone)]
pub struct Ordered<T>(pub Vec<(UserName, T)>);

/// What a JSON value may be read as.
pub trait FromJson: Sized {
    /// Reads it; the error says what it should be.
    fn from_json(value: Value) -> Result<Self, String>;
}

impl<T: FromJson> Param for JsonText<T> {
    const TYPE: Type = Type::Json;
    fn read(texts: &[&str]) -> Result<Self, String> {
        let text = one(texts)?;
        if text.is_empty() {
            return Err("is empty; it must be JSON".to_owned());
        }
        let entries: Entries =
            serde_json::from_str(text).map_err(|err| format!("is not JSON: {err}"))?;
        check_depth(&entries.0, DEEPEST)?;
        T::from_json(entries.0).map(Self)
    }
}

/// A tree read with duplicate keys refused.
struct Entries(Value);

impl<'de> serde::Deserialize<'de> for Entries {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(EntriesVisitor).map(Self)
    }
}

struct EntriesVisitor;

impl<'de> serde::de::Visitor<'de> for EntriesVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JSON without duplicate keys")
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(truth.into())
    }
    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }
    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }
    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(number.into())
    }
    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }
    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(Entries(value)) = list.next_element()? {
            values.push(value);
        }
        Ok(values.into())
    }
    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut map = serde_json::Map::new();
        while let Some((key, Entries(value))) = object.next_entry::<String, Entries>()? {
            if map.contains_key(&key) {
                return Err(serde::de::Error::custom(format!(
                    "the key “{}” stands there twice",
                    text::shown(&key)
                )));
            }
            map.insert(key, value);
        }
        Ok(Value::Object(map))
    }
}

fn check_depth(value: &Value, left: usize) -> Result<(), String> {
    let Some(left) = left.checked_sub(1) else {
        return Err(format!("is nested deeper than {DEEPEST} levels"));
    };
    match value {
        Value::Array(list) => list.iter().try_for_each(|value| check_depth(value, left)),
        Value::Object(map) => map.values().try_for_each(|value| check_depth(value, left)),
        _ => Ok(()),
    }
}

impl FromJson for Value {
    fn from_json(value: Value) -> Result<Self, String> {
        Ok(value)
    }
}

impl FromJson for String {
    fn from_json(value: Value) -> Result<Self, String> {
        let text = match value {
            Value::String(text) => text,
            Value::Number(number) => number.to_string(),
            other => return Err(format!("{} stands where text must", kind(&other))),
        };
        text::check(&text)?;
        Ok(text)
    }
}

impl FromJson for UserName {
    fn from_json(value: Value) -> Result<Self, String> {
        String::from_json(value)?.parse()
    }
}

impl FromJson for OneOrZero {
    fn from_json(value: Value) -> Result<Self, String> {
        match &value {
            Value::Bool(truth) => Ok(Self(*truth)),
            Value::Number(number) if number.as_u64() == Some(1) => Ok(Self(true)),
            Value::Number(number) if number.as_u64() == Some(0) => Ok(Self(false)),
            Value::String(text) if text == "1" => Ok(Self(true)),
            Value::String(text) if text == "0" || text.is_empty() => Ok(Self(false)),
            other => Err(format!("{} stands where 0 or 1 must", kind(other))),
        }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(value: Value) -> Result<Self, String> {
        match value {
            Value::Array(list) => list.into_iter().map(T::from_json).collect(),
            other => Err(format!("{} stands where a list must", kind(&other))),
        }
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(value: Value) -> Result<Self, String> {
        if value.is_null() { Ok(None) } else { T::from_json(value).map(Some) }
    }
}

impl<T: FromJson> FromJson for BTreeMap<String, T> {
    fn from_json(value: Value) -> Result<Self, String> {
        entries(value)?
            .map(|(key, value)| {
                text::check(&key)?;
                let value = T::from_json(value)
                    .map_err(|problem| format!("at “{}”, {problem}", text::shown(&key)))?;
                Ok((key, value))
            })
            .collect()
    }
}

impl<T: FromJson> FromJson for Ordered<T> {
    fn from_json(value: Value) -> Result<Self, String> {
        entries(value)?
            .map(|(key, value)| {
                let at = |problem| format!("at “{}”, {problem}", text::shown(&key));
                Ok((key.parse().map_err(at)?, T::from_json(value).map_err(at)?))
            })
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

fn entries(value: Value) -> Result<impl Iterator<Item = (String, Value)>, String> {
    match value {
        Value::Object(map) => Ok(map.into_iter()),
        other => Err(format!("{} stands where an object must", kind(&other))),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a truth value",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Users = JsonText<Ordered<OneOrZero>>;

    #[test]
    fn an_object_keeps_its_order() {
        let users = Users::read(&[r#"{"zoe":1,"amy":"1","bob":0}"#]).unwrap().0.0;
        let names: Vec<_> = users.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["zoe", "amy", "bob"]);
        assert!(!users[2].1.0);
    }

    #[test]
    fn what_is_no_such_object_is_refused_with_the_place() {
        for (text, part) in [
            ("", "must be JSON"),
            ("{", "is not JSON"),
            ("[]", "an object must"),
            (r#"{"amy":1,"amy":0}"#, "twice"),
            (r#"{"amy":2}"#, "at “amy”"),
            (r#"{"a b":1}"#, "at “a b”"),
        ] {
            let said = Users::read(&[text]).unwrap_err();
            assert!(said.contains(part), "{text}: {said}");
        }
    }

    #[test]
    fn deep_nesting_is_refused() {
        let text = format!("{}{}", "[".repeat(40), "]".repeat(40));
        assert!(JsonText::<Value>::read(&[&text]).unwrap_err().contains("deeper"));
    }
}
