//! What pages keep for their users: short texts by name, in stores by name.

use api::{
    Cx, Error, FromJson, Param, Result, Type, Value,
    records::{Personal, is},
    values::text,
};

use super::change::{Change, OnFailure};

/// The most characters of a name and of a value.
pub const LONGEST: usize = 2048;

/// The most values that a user may keep.
const MOST: u64 = 10_000;

/// The name of a store, at most 128 characters; empty for the one without a name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StoreName(String);

impl Param for StoreName {
    const TYPE: Type = Type::Text;

    fn read(texts: &[&str]) -> Result<Self, String> {
        let text = String::read(texts)?;
        if text.chars().count() > 128 {
            return Err("is longer than 128 characters".to_owned());
        }
        Ok(Self(text))
    }
}

/// The caller's value of that name.
pub fn get(cx: &Cx<'_>, store: &StoreName, name: &str) -> Result<Option<String>> {
    let tx = cx.host.store.read()?;
    let key = [(&cx.caller.user).into(), store.0.as_str().into(), name.into()];
    let row: Option<Personal> = tx.find(&key)?;
    Ok(row.map(|row| row.value))
}

/// The caller's values in a store, by name.
pub fn all(cx: &Cx<'_>, store: &StoreName) -> Result<Vec<Personal>> {
    let tx = cx.host.store.read()?;
    tx.matching(vec![is("user_name", &cx.caller.user), is("store", store.0.as_str())])
}

/// Keeps the caller's values, and forgets those that are `None`.
pub fn set(cx: &Cx<'_>, store: &StoreName, values: &[(&str, Option<&str>)]) -> Result<()> {
    let user = &cx.caller.user;
    let mut change = Change::begin(cx)?;
    for (name, value) in values {
        match value {
            Some(value) => change.save(&Personal {
                user_name: user.clone(),
                store: store.0.clone(),
                name: (*name).to_owned(),
                value: (*value).to_owned(),
            })?,
            None => {
                let store = is("store", store.0.as_str());
                change.remove::<Personal>(&[is("user_name", user), store, is("name", *name)])?;
            }
        }
    }
    if change.tx().count::<Personal>(&[is("user_name", user)])? > MOST {
        return Err(Error::denied(format!("A user may keep at most {MOST} values.")));
    }
    change.commit(OnFailure::Undo)
}

/// A name or a value; the error says what is wrong with it.
pub fn check(text: &str) -> Result<(), String> {
    text::check(text)?;
    if text.chars().count() > LONGEST {
        return Err(format!("is longer than {LONGEST} characters"));
    }
    Ok(())
}

/// A value as it stands in JSON: text, a number, or null for none.
pub fn value(value: &Value) -> Result<Option<String>, String> {
    let Some(text) = Option::<String>::from_json(value.clone())? else { return Ok(None) };
    check(&text).map(|()| Some(text))
}
