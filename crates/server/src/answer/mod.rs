//! What became of a call, as callers read it: the envelopes of API 1 and API 0, list controls, and
//! the formats JSON, XML and YAML.

use std::io;

use api::{Data, Entry, Form, Result, Value, function::Notes};

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

/// Writes a whole answer. Lists whose controls allow it are written while they are read.
pub fn write(
    outcome: Outcome,
    form: &Form,
    version: Version,
    format: Format,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let _ = (outcome, form, version, format, out);
    todo!()
}

/// The whole API 1 answer as a tree, list controls applied: for `batch` and pages.
pub fn tree(outcome: Outcome, form: &Form) -> Value {
    let _ = (outcome, form);
    todo!()
}

/// Writes a tree; `root` is the element around it in XML.
pub fn write_tree(
    tree: &Value,
    root: &str,
    format: Format,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let _ = (tree, root, format, out);
    todo!()
}

/// The `Content-Type` of a format.
pub fn content_type(format: Format) -> &'static str {
    match format {
        Format::Json | Format::JsonPretty => "application/json; charset=\"utf-8\"",
        Format::Xml => "text/xml; charset=\"utf-8\"",
        Format::Yaml => "text/yaml; charset=\"utf-8\"",
    }
}
