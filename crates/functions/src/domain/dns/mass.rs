//! Many edits of a zone at once: all of them, or nothing.

use std::collections::BTreeMap;

use api::{
    Cx, DomainName, Error, FromJson, JsonText, Result, Value,
    records::ZoneRecord,
    zone::{HEAD_LINES, RecordType, RecordValue, check_ttl, relative_owner},
};

use super::edit::{Draft, ZoneEdit, tell};

/// What is to become of a zone's records.
pub struct Edits {
    /// Records to add.
    pub add: Vec<JsonText<Item>>,
    /// Records to put on lines.
    pub edit: Vec<JsonText<Item>>,
    /// The indices of lines whose records go.
    pub remove: Vec<u32>,
}

/// Edits a zone whose serial is as it was read; gives the new one.
pub fn edit(cx: &Cx<'_>, zone: &DomainName, serial: u32, edits: Edits) -> Result<u32> {
    let Edits { add, edit, remove } = edits;
    if add.is_empty() && edit.is_empty() && remove.is_empty() {
        return Err(Error::param("add", "is required, or edit, or remove"));
    }
    let mut editing = ZoneEdit::begin(cx, zone)?;
    editing.check_serial("serial", serial)?;
    let edited = edit.iter().map(|JsonText(item)| item.line_index);
    editing.load(edited.chain(remove.iter().copied()))?;
    for (place, JsonText(item)) in edit.into_iter().enumerate() {
        put(&mut editing, item).map_err(|problem| at("edit", place, problem))?;
    }
    for (place, index) in remove.into_iter().enumerate() {
        editing.remove(index).map_err(|problem| at("remove", place, problem))?;
    }
    for (place, JsonText(item)) in add.into_iter().enumerate() {
        let added = draft(item, zone).and_then(|draft| editing.add(draft));
        added.map_err(|problem| at("add", place, problem))?;
    }
    let serial = editing.commit()?;
    tell(cx, zone, serial);
    Ok(serial)
}

/// A record as it is to be.
#[derive(Debug, Clone)]
pub struct Item {
    line_index: u32,
    name: String,
    ttl: u32,
    kind: RecordType,
    data: Vec<Vec<u8>>,
}

impl FromJson for Item {
    fn from_json(value: Value) -> Result<Self, String> {
        let mut given = BTreeMap::<String, Value>::from_json(value)?;
        let mut take = |key: &str| given.remove(key).filter(|value| !value.is_null());
        let needed = |key: &str, value: Option<Value>| value.ok_or(format!("{key} is missing"));
        let number = |key: &str, value: Value| {
            let text = String::from_json(value)?;
            text.parse().map_err(|_| format!("{key} must be a whole number"))
        };
        let data = match needed("data", take("data"))? {
            Value::Array(list) => list,
            one => vec![one],
        };
        Ok(Self {
            // Clients leave out an index that is 0.
            line_index: take("line_index").map_or(Ok(0), |index| number("line_index", index))?,
            name: String::from_json(needed("dname", take("dname"))?)?,
            ttl: number("ttl", needed("ttl", take("ttl"))?)?,
            kind: String::from_json(needed("record_type", take("record_type"))?)?
                .to_ascii_uppercase()
                .parse()
                .map_err(|problem| format!("record_type: {problem}"))?,
            data: data.into_iter().map(item).collect::<Result<_, _>>()?,
        })
    }
}

/// An item may have any character; what would end a line is escaped where it is printed.
fn item(value: Value) -> Result<Vec<u8>, String> {
    match value {
        Value::String(text) => Ok(text.into_bytes()),
        Value::Number(number) => Ok(number.to_string().into_bytes()),
        _ => Err("data must be a list of texts".to_owned()),
    }
}

/// Says which of the items is wrong.
fn at(param: &str, place: usize, problem: Error) -> Error {
    let message = format!("{param}: item {}: {problem}", place + 1);
    Error::new(problem.kind(), message).because(problem)
}

fn draft(item: Item, zone: &DomainName) -> Result<Draft> {
    let value = RecordValue::from_items(item.kind, &item.data, zone)?;
    Ok(Draft { name: item.name, ttl: item.ttl, value })
}

fn put(editing: &mut ZoneEdit<'_>, item: Item) -> Result<()> {
    if item.kind != RecordType::Soa && item.line_index + 1 != HEAD_LINES {
        let index = item.line_index;
        let draft = draft(item, &editing.start().name)?;
        return editing.replace(index, draft);
    }
    let start = start(editing.start(), &item)?;
    editing.set_start(start)
}

/// The start of authority as it is to be.
fn start(present: &ZoneRecord, item: &Item) -> Result<ZoneRecord> {
    if item.kind != RecordType::Soa || item.line_index + 1 != HEAD_LINES {
        let rule = "the start of authority, on its line, can be no other record";
        return Err(Error::param("record_type", rule));
    }
    if !relative_owner(&item.name, &present.name)?.is_empty() {
        return Err(Error::param("dname", "it must be the zone's own name"));
    }
    let start = ZoneRecord::from_items(present, &item.data)?;
    Ok(ZoneRecord { ttl: check_ttl(item.ttl)?, ..start })
}
