//! The lines of a zone as records, comments and controls, their bytes in Base64.

use api::{
    Output, Result, Word,
    zone::{Entry, Zone, absolute_owner},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};

/// A line.
#[derive(Debug, Output)]
pub struct Line {
    /// Its index in the zone's file, from 0.
    pub line_index: u32,
    /// What it is.
    #[param(name = "type")]
    pub kind: Kind,
    /// A record's owner, with its final dot.
    #[param(absent)]
    pub dname_b64: Option<String>,
    /// A record's type.
    #[param(absent)]
    pub record_type: Option<String>,
    /// A record's time to live in seconds.
    #[param(absent)]
    pub ttl: Option<u32>,
    /// A record's value: the items in the order of zone files, texts without quotation marks.
    #[param(absent)]
    pub data_b64: Option<Vec<String>>,
    /// The text of a comment or a control.
    #[param(absent)]
    pub text_b64: Option<String>,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Kind {
    /// A record.
    #[word("record")]
    Record,
    /// A control.
    #[word("control")]
    Control,
    /// A comment.
    #[word("comment")]
    Comment,
}

/// The lines of a zone that hold something.
pub fn lines(zone: &Zone) -> Result<Vec<Line>> {
    zone.entries().filter_map(|(index, entry)| line(index, entry).transpose()).collect()
}

fn line(line_index: u32, entry: Entry<'_>) -> Result<Option<Line>> {
    let text = |kind, text: String| Line {
        line_index,
        kind,
        dname_b64: None,
        record_type: None,
        ttl: None,
        data_b64: None,
        text_b64: Some(STANDARD.encode(text)),
    };
    let record = |owner: String, kind: &str, ttl, items: Vec<Vec<u8>>| Line {
        line_index,
        kind: Kind::Record,
        dname_b64: Some(STANDARD.encode(owner)),
        record_type: Some(kind.to_owned()),
        ttl: Some(ttl),
        data_b64: Some(items.iter().map(|item| STANDARD.encode(item)).collect()),
        text_b64: None,
    };
    Ok(match entry {
        Entry::Empty => None,
        Entry::Comment(comment) => Some(text(Kind::Comment, comment)),
        Entry::Control(control) => Some(text(Kind::Control, control)),
        Entry::Start(soa) => {
            let items = soa.items().map(String::into_bytes).to_vec();
            Some(record(absolute_owner("", &soa.name), "SOA", soa.ttl, items))
        }
        Entry::Record(line) => {
            let items = line.check(&line.zone)?.items();
            Some(record(absolute_owner(&line.name, &line.zone), &line.kind, line.ttl, items))
        }
    })
}
