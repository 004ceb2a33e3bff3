//! Records as the older calls show them.

use std::collections::BTreeMap;

use api::{
    Output, Result, Value,
    records::{ZoneLine, ZoneRecord},
    zone::{Entry, HEAD_LINES, RecordType, absolute_owner},
};

use super::fields::{self, Fields};

/// One record.
#[derive(Debug, Output)]
pub struct Record {
    /// Its line in the zone's file, from 1; it stays the same as long as the record is there.
    #[param(name = "Line")]
    pub line: u32,
    /// The class: `IN`.
    pub class: &'static str,
    /// The owner, with its final dot.
    pub name: String,
    /// Its time to live in seconds.
    pub ttl: u32,
    /// Its type.
    #[param(name = "type")]
    pub kind: String,
    /// Its value, under the names that `addzonerecord` has for the type: `address`, `exchange` and
    /// `preference`, `txtdata`. An SOA has `Lines` too: how many lines it takes.
    #[param(merge)]
    pub fields: BTreeMap<&'static str, Value>,
}

/// One line: a record, a comment, a control, or nothing.
#[derive(Debug, Output)]
pub struct Line {
    /// The line in the zone's file, from 1.
    #[param(name = "Line")]
    pub line: u32,
    /// A record's class: `IN`.
    #[param(absent)]
    pub class: Option<&'static str>,
    /// A record's owner, with its final dot.
    #[param(absent)]
    pub name: Option<String>,
    /// A record's time to live, or the one that `$TTL` sets, in seconds.
    #[param(absent)]
    pub ttl: Option<u32>,
    /// A record's type; `:RAW` for a comment or an empty line, `$TTL` for that control.
    #[param(name = "type")]
    pub kind: String,
    /// The text of a comment or an empty line.
    #[param(absent)]
    pub raw: Option<String>,
    /// A record's value, under the names that `addzonerecord` has for the type.
    #[param(merge)]
    pub fields: BTreeMap<&'static str, Value>,
}

impl Record {
    /// The record of a line.
    pub fn of(line: &ZoneLine) -> Result<Self> {
        let value = line.check(&line.zone)?;
        let name = absolute_owner(&line.name, &line.zone);
        Ok(Self::new(line.index(), name, line.ttl, &line.kind, fields::of_value(&value)))
    }

    /// The start of authority.
    pub fn of_start(soa: &ZoneRecord) -> Self {
        let name = absolute_owner("", &soa.name);
        let fields = fields::of_start(soa);
        let mut record = Self::new(HEAD_LINES - 1, name, soa.ttl, RecordType::Soa.as_str(), fields);
        record.fields.insert("Lines", 1.into());
        record
    }

    fn new(index: u32, name: String, ttl: u32, kind: &str, fields: Fields) -> Self {
        let mut fields = fields::shown(fields);
        if kind == RecordType::Txt.as_str() {
            fields.insert("unencoded", 1.into());
        }
        let line = index.saturating_add(1);
        Self { line, class: "IN", name, ttl, kind: kind.to_owned(), fields }
    }
}

impl Line {
    /// The line at an index.
    pub fn of(index: u32, entry: Entry<'_>) -> Result<Self> {
        let kind = |kind: &str, ttl, raw| Self {
            line: index.saturating_add(1),
            class: None,
            name: None,
            ttl,
            kind: kind.to_owned(),
            raw,
            fields: BTreeMap::new(),
        };
        Ok(match entry {
            Entry::Comment(text) => kind(":RAW", None, Some(text)),
            Entry::Empty => kind(":RAW", None, Some(String::new())),
            Entry::Control(text) => {
                kind("$TTL", text.split(' ').next_back().and_then(|ttl| ttl.parse().ok()), None)
            }
            Entry::Start(soa) => Record::of_start(soa).into(),
            Entry::Record(line) => Record::of(line)?.into(),
        })
    }
}

impl From<Record> for Line {
    fn from(record: Record) -> Self {
        let Record { line, class, name, ttl, kind, fields } = record;
        Self { line, class: Some(class), name: Some(name), ttl: Some(ttl), kind, raw: None, fields }
    }
}
