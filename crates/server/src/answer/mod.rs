//! What became of a call, as callers read it: the envelopes of WHM's API 1 and API 0 and of the
//! interfaces of accounts, list controls, and the formats JSON, XML and YAML.
//!
//! Everything is written into an [`api::Sink`]: the writers of JSON and XML put text out as it
//! comes, so that a list of any length costs one row of memory; YAML sorts its keys and therefore
//! goes through a tree.

pub mod account;
mod api1;
mod api2;
mod buffer;
mod controls;
mod destination;
mod envelope;
mod json;
mod legacy;
mod list;
pub mod refusals;
pub mod uapi;
mod xml;
mod yaml;

use std::io;

use api::{
    Data, Entry, Form, Legacy, Output, Result, Sink, Value, function::Notes, reply::TreeSink,
};

use self::{json::JsonText, xml::XmlText};

pub use self::destination::Destination;

/// What became of a call.
pub struct Outcome {
    /// The function's name as it was asked for.
    pub command: String,
    /// The function; none where there is none of that name.
    pub entry: Option<&'static Entry>,
    /// The data, or why there is none.
    pub result: Result<Data>,
    /// What is said beside it.
    pub notes: Notes,
}

/// Which envelope a caller reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// API 0: no version named.
    Zero,
    /// API 1.
    One,
}

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Compact JSON.
    Json,
    /// JSON for people.
    JsonPretty,
    /// XML.
    Xml,
    /// YAML.
    Yaml,
}

/// A sink that an envelope is written into.
trait Target: Sink {
    /// Whether what is written reaches nobody any more, so that rows need not be read on.
    fn lost(&self) -> bool {
        false
    }
}

impl Target for TreeSink {}

/// Writes a whole answer. Lists whose controls allow it are written while they are read.
pub fn write(
    outcome: Outcome,
    form: &Form,
    version: Version,
    format: Format,
    out: &mut dyn Destination,
) -> io::Result<()> {
    if is_literal(&outcome) {
        return write_tree(&envelope::literal(outcome.result), xml::RELAY, format, out);
    }
    let root = root(&outcome, version);
    into_text(&root, format, out, |target| match version {
        Version::Zero => legacy::put(outcome, target),
        Version::One => envelope::put(outcome, form, target),
    })
}

/// The whole API 1 answer as a tree, list controls applied: for `batch` and pages.
pub fn tree(outcome: Outcome, form: &Form) -> Value {
    if is_literal(&outcome) {
        return envelope::literal(outcome.result);
    }
    let mut sink = TreeSink::default();
    envelope::put(outcome, form, &mut sink);
    sink.finish()
}

/// Writes a tree; `root` is the element around it in XML. A tree that is nothing but one object
/// under that very key is not wrapped twice.
pub fn write_tree(
    tree: &Value,
    root: &str,
    format: Format,
    out: &mut dyn Destination,
) -> io::Result<()> {
    let inner = match tree {
        Value::Object(map) if format == Format::Xml && root == xml::RELAY && map.len() == 1 => {
            map.get(root).unwrap_or(tree)
        }
        _ => tree,
    };
    into_text(root, format, out, |target| Output::put(inner, target))
}

/// The `Content-Type` of a format.
pub fn content_type(format: Format) -> &'static str {
    match format {
        Format::Json | Format::JsonPretty => "application/json; charset=\"utf-8\"",
        Format::Xml => "text/xml; charset=\"utf-8\"",
        Format::Yaml => "text/yaml; charset=\"utf-8\"",
    }
}

fn into_text(
    root: &str,
    format: Format,
    out: &mut dyn Destination,
    put: impl FnOnce(&mut dyn Target),
) -> io::Result<()> {
    match format {
        Format::Json | Format::JsonPretty => {
            let mut text = JsonText::new(out, format == Format::JsonPretty);
            put(&mut text);
            text.finish()
        }
        Format::Xml => {
            let mut text = XmlText::new(out, root);
            put(&mut text);
            text.finish()
        }
        Format::Yaml => {
            let mut sink = TreeSink::default();
            put(&mut sink);
            yaml::write(&sink.finish(), out)
        }
    }
}

fn is_literal(outcome: &Outcome) -> bool {
    outcome.entry.is_some_and(|entry| entry.legacy == Legacy::LITERAL)
}

fn root(outcome: &Outcome, version: Version) -> String {
    match version {
        Version::Zero => outcome.command.clone(),
        Version::One => xml::ANSWER.to_owned(),
    }
}

#[cfg(test)]
mod tests;
