//! The lines of a zone as rows, and which of them are asked for.

use std::collections::BTreeMap;

use api::{
    Cx, DomainName, Flag, Output, Result, Value,
    records::{ZoneLine, ZoneRecord},
    zone::{Entry, RecordType, Zone, absolute_owner},
};
use functions::domain::dns::{access, fields, generated};

/// A line. Its number is never the last key: a client cuts it out before a comma.
#[derive(Debug, Output)]
pub struct Row {
    /// The line in the zone's file, from 1.
    pub line: u32,
    /// The same.
    #[param(name = "Line")]
    pub line_too: u32,
    /// A record's class: `IN`.
    #[param(absent)]
    pub class: Option<&'static str>,
    /// A record's owner, with its final dot.
    #[param(absent)]
    pub name: Option<String>,
    /// A record's time to live in seconds; of `$TTL`, as text.
    #[param(absent)]
    pub ttl: Option<Value>,
    /// A record's type; `:RAW` for a comment or an empty line, `$TTL` for that control.
    #[param(name = "type")]
    pub kind: String,
    /// A record's value under the names that `add_zone_record` has for the type, as text.
    #[param(merge)]
    pub fields: BTreeMap<&'static str, Value>,
    /// The text of a comment or an empty line.
    #[param(absent)]
    pub raw: Option<String>,
    /// The value of a record that has but one, or whose type has no names here.
    pub record: Option<String>,
}

impl Row {
    fn of(index: u32, entry: &Entry<'_>) -> Result<Self> {
        let mut row = Self::empty(index);
        match entry {
            Entry::Comment(text) => row.raw = Some(text.clone()),
            Entry::Empty => row.raw = Some(String::new()),
            Entry::Control(text) => {
                "$TTL".clone_into(&mut row.kind);
                row.ttl = text.split(' ').next_back().map(Value::from);
            }
            Entry::Start(soa) => row.set_start(soa),
            Entry::Record(line) => row.set_record(line)?,
        }
        Ok(row)
    }

    fn empty(index: u32) -> Self {
        let line = index.saturating_add(1);
        Self {
            line,
            line_too: line,
            class: None,
            name: None,
            ttl: None,
            kind: ":RAW".to_owned(),
            fields: BTreeMap::new(),
            raw: None,
            record: None,
        }
    }

    fn set(&mut self, name: String, ttl: u32, kind: &str, fields: fields::Fields) {
        (self.class, self.name, self.ttl) = (Some("IN"), Some(name), Some(ttl.into()));
        kind.clone_into(&mut self.kind);
        self.fields = fields.into_iter().map(|(key, text)| (key, text.into())).collect();
    }

    fn set_start(&mut self, soa: &ZoneRecord) {
        let owner = absolute_owner("", &soa.name);
        self.set(owner, soa.ttl, RecordType::Soa.as_str(), fields::of_start(soa));
        self.fields.insert("Lines", 1.into());
    }

    fn set_record(&mut self, line: &ZoneLine) -> Result<()> {
        let value = line.check(&line.zone)?;
        let fields = fields::of_value(&value);
        self.record = match value.kind() {
            RecordType::A | RecordType::Aaaa => fields.get("address").cloned(),
            RecordType::Cname => fields.get("cname").cloned(),
            RecordType::Ns | RecordType::Mx | RecordType::Txt => None,
            _ => Some(line.value.clone()),
        };
        self.set(absolute_owner(&line.name, &line.zone), line.ttl, &line.kind, fields);
        if line.kind == RecordType::Txt.as_str() {
            self.fields.insert("unencoded", 1.into());
        }
        Ok(())
    }

    fn has(&self, key: &str, wanted: &str) -> bool {
        self.fields.get(key).and_then(Value::as_str) == Some(wanted)
    }
}

/// Which lines are asked for: those of which all holds that is given.
#[derive(Debug, Default)]
pub(super) struct Filter {
    /// The owner.
    pub(super) name: Option<String>,
    /// The type.
    pub(super) kind: Option<String>,
    /// The text of a TXT record.
    pub(super) txtdata: Option<String>,
    /// The time to live.
    pub(super) ttl: Option<u32>,
    /// The line.
    pub(super) line: Option<u32>,
    /// The class.
    pub(super) class: Option<String>,
    /// The address of an A or AAAA record.
    pub(super) address: Option<String>,
    /// The name that an alias stands for.
    pub(super) cname: Option<String>,
    /// Only records that the server did not make itself.
    pub(super) customonly: Flag,
}

impl Filter {
    fn lets(&self, row: &Row, made: &[String]) -> bool {
        let bare = |name: &str| name.trim_end_matches('.').to_ascii_lowercase();
        let is = |wanted: &Option<String>, test: &dyn Fn(&str) -> bool| {
            wanted.as_deref().is_none_or(test)
        };
        let name = row.name.as_deref();
        is(&self.name, &|wanted| name.is_some_and(|name| bare(name) == bare(wanted)))
            && is(&self.kind, &|wanted| row.kind.eq_ignore_ascii_case(wanted))
            && is(&self.class, &|wanted| row.class.is_some_and(|class| class == wanted))
            && is(&self.txtdata, &|wanted| row.has("txtdata", wanted))
            && is(&self.address, &|wanted| row.has("address", wanted))
            && is(&self.cname, &|wanted| row.has("cname", wanted.trim_end_matches('.')))
            && self
                .ttl
                .is_none_or(|ttl| row.ttl.as_ref().and_then(Value::as_u64) == Some(ttl.into()))
            && self.line.is_none_or(|line| row.line == line)
            && (!self.customonly.0 || is_custom(row, made))
    }
}

fn is_custom(row: &Row, made: &[String]) -> bool {
    let starts = matches!(row.kind.as_str(), "SOA" | "NS");
    !starts && row.name.as_ref().is_some_and(|name| !made.contains(name))
}

/// The zone of the account, and those of its lines that are asked for.
pub(super) fn find(cx: &Cx<'_>, domain: &DomainName, filter: &Filter) -> Result<(Zone, Vec<Row>)> {
    let zone = access::zone(cx, domain)?;
    let made = generated::names(domain);
    let rows = zone.entries().map(|(index, entry)| Row::of(index, &entry));
    let rows: Vec<Row> = rows.collect::<Result<_>>()?;
    let rows = rows.into_iter().filter(|row| filter.lets(row, &made)).collect();
    Ok((zone, rows))
}
