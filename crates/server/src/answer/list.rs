//! Data on its way into an answer: lists through their controls, everything else as it is.

use std::error::Error as _;

use api::{
    Data, List, Output, Result, Sink, Value,
    reply::{RowSource, Rows, TreeSink},
};
use serde_json::Map;

use super::{
    Target,
    controls::{self, Controls, Counts},
};

/// A list that is opened in the answer at its first row, so that a source that fails before it
/// leaves nothing behind.
pub(super) struct OpenList<'a> {
    target: &'a mut dyn Target,
    /// The key of the object that it is in, where that is still to be opened.
    parent: Option<&'a str>,
    /// What stands beside it in that object.
    beside: Map<String, Value>,
    key: &'a str,
    is_open: bool,
}

impl OpenList<'_> {
    /// Where the next row is to be written.
    pub(super) fn row(&mut self) -> &mut dyn Sink {
        self.open();
        self.target
    }

    /// Whether rows reach nobody any more.
    pub(super) fn lost(&self) -> bool {
        self.target.lost()
    }

    fn open(&mut self) {
        if self.is_open {
            return;
        }
        self.is_open = true;
        if let Some(parent) = self.parent {
            self.target.key(parent);
            self.target.open_object();
        }
        for (key, value) in &self.beside {
            self.target.key(key);
            Output::put(value, self.target);
        }
        self.target.key(self.key);
        self.target.open_list();
    }

    fn close(&mut self) {
        if !self.is_open {
            return;
        }
        self.target.close_list();
        if self.parent.is_some() {
            self.target.close_object();
        }
    }
}

/// Writes the data under `key`, its list through the controls. On an error what was written is
/// closed, so that the answer stays whole.
pub(super) fn put_data(
    data: Data,
    key: &str,
    controls: &Controls,
    target: &mut dyn Target,
) -> Result<Counts> {
    let (list, beside, source): (_, _, Box<dyn RowSource>) = match data {
        Data::None | Data::Tree(Value::Null) => return Ok(Counts::default()),
        Data::Rows(rows) => (rows.key.to_owned(), Map::new(), rows.source),
        Data::Tree(tree) => match split(tree, controls) {
            Ok((list, beside, rows)) => (list, beside, Box::new(List::Ready(rows))),
            Err(tree) => {
                target.key(key);
                Output::put(&tree, target);
                return Ok(Counts::default());
            }
        },
    };
    let list = OpenList { target, parent: Some(key), beside, key: &list, is_open: false };
    put_rows(list, source, controls)
}

/// Writes rows under `key` into the object that is open.
pub(super) fn put_bare_rows(rows: Rows, key: &str, target: &mut dyn Target) -> Result<()> {
    let list = OpenList { target, parent: None, beside: Map::new(), key, is_open: false };
    put_rows(list, rows.source, &Controls::default()).map(drop)
}

/// Rows through the controls, and what is told of it.
pub(super) fn control(rows: Vec<Value>, controls: &Controls) -> Result<(Vec<Value>, Counts)> {
    if controls.is_empty() {
        return Ok((rows, Counts::default()));
    }
    let mut target = TreeSink::default();
    target.open_object();
    let list =
        OpenList { target: &mut target, parent: None, beside: Map::new(), key: "", is_open: false };
    let counts = put_rows(list, Box::new(List::Ready(rows)), controls)?;
    target.close_object();
    match target.finish() {
        Value::Object(mut map) => match map.remove("") {
            Some(Value::Array(rows)) => Ok((rows, counts)),
            _ => Ok((Vec::new(), counts)),
        },
        _ => Ok((Vec::new(), counts)),
    }
}

fn put_rows(
    mut list: OpenList<'_>,
    source: Box<dyn RowSource>,
    controls: &Controls,
) -> Result<Counts> {
    let counts = controls::put(source, controls, &mut list);
    if let Err(error) = &counts {
        // The function was done before; nobody else sees why its rows end here.
        tracing::error!(cause = error.source().map(tracing::field::display), "{error}");
    }
    // At the root the list is part of the shape, in failures too.
    if counts.is_ok() || list.parent.is_none() {
        list.open();
    }
    list.close();
    counts
}

type Split = (String, Map<String, Value>, Vec<Value>);

/// The one list of the data and what stands beside it, where there are controls for it.
fn split(tree: Value, controls: &Controls) -> Result<Split, Value> {
    let Value::Object(mut map) = tree else { return Err(tree) };
    let mut lists = map.iter().filter(|(_, value)| value.is_array()).map(|(key, _)| key.clone());
    let (key, others) = (lists.next(), lists.next());
    drop(lists);
    match key.filter(|_| others.is_none() && !controls.is_empty()) {
        None => Err(Value::Object(map)),
        Some(key) => match map.shift_remove(&key) {
            Some(Value::Array(rows)) => Ok((key, map, rows)),
            _ => Err(Value::Object(map)),
        },
    }
}
