//! What a function answers: values that write themselves into a sink, as a tree or as text, and
//! lists that are written row by row while they are read from the store.

use std::{collections::BTreeMap, ops::ControlFlow};

use crate::{Error, Field, Json, Kind, Result, form::Type};

/// A tree that every output format can write.
pub type Value = serde_json::Value;

/// Where a value writes itself: the JSON writer, the tree builder.
pub trait Sink {
    /// Nothing.
    fn null(&mut self);
    /// A whole number.
    fn int(&mut self, number: i64);
    /// A number with a fraction.
    fn number(&mut self, number: f64);
    /// Text.
    fn text(&mut self, text: &str);
    /// A word of our own code that no format escapes, and the word in quotation marks.
    fn plain_text(&mut self, text: &'static str, _quoted: &'static str) {
        self.text(text);
    }
    /// Begins a list.
    fn open_list(&mut self);
    /// Ends a list.
    fn close_list(&mut self);
    /// Begins an object.
    fn open_object(&mut self);
    /// The key of the value that follows.
    fn key(&mut self, key: &str);
    /// The same for a key of our own code that no format escapes, and the key as it stands in compact
    /// JSON behind another entry: `,"key":`.
    fn plain_key(&mut self, key: &'static str, _quoted: &'static str) {
        self.key(key);
    }
    /// Ends an object.
    fn close_object(&mut self);
    /// The writer of JSON behind it, where it is no more than that.
    fn as_json(&mut self) -> Option<&mut Json> {
        None
    }
}

/// A value that a reply can hold; derive it for structs.
pub trait Output {
    /// What callers are told of it.
    const TYPE: Type;
    /// Writes it.
    fn put(&self, sink: &mut dyn Sink);
    /// Writes the same into the writer of JSON.
    fn put_json(&self, json: &mut Json) {
        self.put(json);
    }
    /// The whole reply.
    fn into_data(self) -> Data
    where
        Self: Sized,
    {
        Data::Tree(tree(&self))
    }
}

/// A struct whose keys can stand in an object beside others; every struct that derives [`Output`] is
/// one.
pub trait Part {
    /// The keys.
    const FIELDS: &'static [Field];
    /// Writes the keys and their values.
    fn put_keys(&self, sink: &mut dyn Sink);
    /// Writes the same into the writer of JSON.
    fn put_json_keys(&self, json: &mut Json);
}

/// The `data` of an answer.
pub enum Data {
    /// Nothing to say.
    None,
    /// A tree.
    Tree(Value),
    /// One key with a list that is read while it is written.
    Rows(Rows),
}

/// A list under one key, its rows still unread.
pub struct Rows {
    /// The key.
    pub key: &'static str,
    /// The rows.
    pub source: Box<dyn RowSource>,
}

/// One row, its type erased.
pub trait Row {
    /// Writes it.
    fn put(&self, sink: &mut dyn Sink);
}

impl<T: Output> Row for T {
    fn put(&self, sink: &mut dyn Sink) {
        match sink.as_json() {
            Some(json) => self.put_json(json),
            None => Output::put(self, sink),
        }
    }
}

/// The methods of an [`Output`] that write: one body for any sink and for the writer of JSON.
#[macro_export]
macro_rules! puts {
    ($this:ident, $sink:ident => $write:expr) => {
        fn put(&$this, $sink: &mut dyn $crate::Sink) {
            $write;
        }
        fn put_json(&$this, $sink: &mut $crate::Json) {
            use $crate::Sink as _;
            $write;
        }
    };
}

/// The rows of a list, their type erased.
pub trait RowSource: Send {
    /// Takes over what it can of the controls, and says what it took.
    fn narrow(&mut self, wish: &Narrow) -> Result<Narrowed>;
    /// Gives each row until told to stop.
    fn each(
        self: Box<Self>,
        row: &mut dyn FnMut(&dyn Row) -> Result<ControlFlow<()>>,
    ) -> Result<()>;
}

/// What a caller's list controls ask of the rows.
#[derive(Debug, Clone, Default)]
pub struct Narrow {
    /// Pairs of field and text that must be equal (texts compare without case).
    pub equal: Vec<(String, String)>,
    /// Whether there are other filters, which only the rows themselves can answer.
    pub others: bool,
    /// The one field to sort by as text, and whether in reverse.
    pub sort: Option<(String, bool)>,
    /// Whether there is any sort at all.
    pub sorted: bool,
    /// How many to skip and how many to give at the most.
    pub window: Option<(u64, u64)>,
}

/// What a source took over.
#[derive(Debug, Clone, Copy, Default)]
pub struct Narrowed {
    /// All of `equal` is done.
    pub equal: bool,
    /// The sort is done.
    pub sort: bool,
    /// The window is done (only where no filter and no sort is left over).
    pub window: bool,
    /// How many rows there are before any filter, where known.
    pub records: Option<u64>,
    /// How many are left after the filters that were taken over, where known.
    pub matches: Option<u64>,
}

/// A list in a reply: ready, or read from a source while it is written.
pub enum List<T> {
    /// All of it.
    Ready(Vec<T>),
    /// To be read.
    Source(Box<dyn Source<T>>),
}

/// Where the rows of a long list come from.
pub trait Source<T>: Send {
    /// Takes over what it can of the controls, and says what it took.
    fn narrow(&mut self, wish: &Narrow) -> Result<Narrowed>;
    /// Gives each row until told to stop.
    fn each(self: Box<Self>, row: &mut dyn FnMut(&T) -> Result<ControlFlow<()>>) -> Result<()>;
}

impl<T> From<Vec<T>> for List<T> {
    fn from(rows: Vec<T>) -> Self {
        Self::Ready(rows)
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(rows: I) -> Self {
        Self::Ready(rows.into_iter().collect())
    }
}

impl<T: Output + Send + 'static> List<T> {
    /// The list as the data of an answer, under `key`.
    pub fn into_rows(self, key: &'static str) -> Data {
        Data::Rows(Rows { key, source: Box::new(self) })
    }
}

impl<T: Output + Send + 'static> RowSource for List<T> {
    fn narrow(&mut self, wish: &Narrow) -> Result<Narrowed> {
        match self {
            Self::Ready(rows) => {
                let records = u64::try_from(rows.len()).unwrap_or(u64::MAX);
                Ok(Narrowed { records: Some(records), ..Narrowed::default() })
            }
            Self::Source(source) => source.narrow(wish),
        }
    }

    fn each(
        self: Box<Self>,
        row: &mut dyn FnMut(&dyn Row) -> Result<ControlFlow<()>>,
    ) -> Result<()> {
        match *self {
            Self::Ready(rows) => {
                for item in &rows {
                    if row(item)?.is_break() {
                        break;
                    }
                }
                Ok(())
            }
            Self::Source(source) => source.each(&mut |item| row(item)),
        }
    }
}

impl<T: Output> Output for List<T> {
    const TYPE: Type = Type::List(&T::TYPE);
    fn put(&self, sink: &mut dyn Sink) {
        sink.open_list();
        if let Self::Ready(rows) = self {
            for row in rows {
                row.put(sink);
            }
        }
        sink.close_list();
    }
}

impl Data {
    /// The whole data as a tree; rows are read.
    pub fn into_tree(self) -> Result<Option<Value>> {
        match self {
            Self::None => Ok(None),
            Self::Tree(tree) => Ok(Some(tree)),
            Self::Rows(rows) => {
                let mut list = Vec::new();
                rows.source.each(&mut |row| {
                    let mut sink = TreeSink::default();
                    row.put(&mut sink);
                    list.push(sink.finish());
                    Ok(ControlFlow::Continue(()))
                })?;
                Ok(Some(object([(rows.key, Value::Array(list))])))
            }
        }
    }
}

/// An object of these keys, in this order.
pub fn object<const N: usize>(keys: [(&str, Value); N]) -> Value {
    keys.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

/// The tree of a value.
pub fn tree<T: Output>(value: &T) -> Value {
    let mut sink = TreeSink::default();
    value.put(&mut sink);
    sink.finish()
}

/// Builds a tree from what is written into it.
#[derive(Default)]
pub struct TreeSink {
    open: Vec<Open>,
    done: Value,
}

enum Open {
    List(Vec<Value>),
    Object(serde_json::Map<String, Value>, String),
}

impl TreeSink {
    /// The tree.
    pub fn finish(self) -> Value {
        self.done
    }

    fn add(&mut self, value: Value) {
        match self.open.last_mut() {
            None => self.done = value,
            Some(Open::List(list)) => list.push(value),
            Some(Open::Object(map, key)) => {
                map.insert(std::mem::take(key), value);
            }
        }
    }
}

impl Sink for TreeSink {
    fn null(&mut self) {
        self.add(Value::Null);
    }
    fn int(&mut self, number: i64) {
        self.add(number.into());
    }
    fn number(&mut self, number: f64) {
        self.add(number.into());
    }
    fn text(&mut self, text: &str) {
        self.add(text.into());
    }
    fn open_list(&mut self) {
        self.open.push(Open::List(Vec::new()));
    }
    fn close_list(&mut self) {
        if let Some(Open::List(list)) = self.open.pop() {
            self.add(Value::Array(list));
        }
    }
    fn open_object(&mut self) {
        self.open.push(Open::Object(serde_json::Map::new(), String::new()));
    }
    fn key(&mut self, name: &str) {
        if let Some(Open::Object(_, key)) = self.open.last_mut() {
            name.clone_into(key);
        }
    }
    fn close_object(&mut self) {
        if let Some(Open::Object(map, _)) = self.open.pop() {
            self.add(Value::Object(map));
        }
    }
}

impl Output for () {
    const TYPE: Type = Type::Nothing;
    fn put(&self, sink: &mut dyn Sink) {
        sink.null();
    }
    fn into_data(self) -> Data {
        Data::None
    }
}

impl Output for Value {
    const TYPE: Type = Type::Any;
    fn put(&self, sink: &mut dyn Sink) {
        match self {
            Self::Null => sink.null(),
            Self::Bool(truth) => sink.int((*truth).into()),
            Self::Number(number) => match number.as_i64() {
                Some(whole) => sink.int(whole),
                None => sink.number(number.as_f64().unwrap_or_default()),
            },
            Self::String(text) => sink.text(text),
            Self::Array(list) => {
                sink.open_list();
                for value in list {
                    Output::put(value, sink);
                }
                sink.close_list();
            }
            Self::Object(map) => {
                sink.open_object();
                for (key, value) in map {
                    sink.key(key);
                    Output::put(value, sink);
                }
                sink.close_object();
            }
        }
    }
    fn into_data(self) -> Data {
        Data::Tree(self)
    }
}

impl Output for String {
    const TYPE: Type = Type::Text;
    puts!(self, sink => sink.text(self));
}

impl Output for &'static str {
    const TYPE: Type = Type::Text;
    fn put(&self, sink: &mut dyn Sink) {
        sink.text(self);
    }
}

macro_rules! whole_numbers {
    ($($ty:ty)*) => {$(
        impl Output for $ty {
            const TYPE: Type = Type::Int;
            puts!(self, sink => sink.int(i64::try_from(*self).unwrap_or(i64::MAX)));
        }
    )*};
}
whole_numbers!(u8 u16 u32 u64 usize i32 i64);

impl Output for f64 {
    const TYPE: Type = Type::Number;
    fn put(&self, sink: &mut dyn Sink) {
        sink.number(*self);
    }
}

impl<T: Output> Output for Option<T> {
    const TYPE: Type = Type::Optional(&T::TYPE);
    fn put(&self, sink: &mut dyn Sink) {
        match self {
            Some(value) => value.put(sink),
            None => sink.null(),
        }
    }
    fn put_json(&self, json: &mut Json) {
        match self {
            Some(value) => value.put_json(json),
            None => json.null(),
        }
    }
}

impl<T: Output> Output for Vec<T> {
    const TYPE: Type = Type::List(&T::TYPE);
    fn put(&self, sink: &mut dyn Sink) {
        sink.open_list();
        for value in self {
            value.put(sink);
        }
        sink.close_list();
    }
    fn put_json(&self, json: &mut Json) {
        json.open_list();
        for value in self {
            value.put_json(json);
        }
        json.close_list();
    }
}

impl<K: AsRef<str>, T: Output> Output for BTreeMap<K, T> {
    const TYPE: Type = Type::Map(&T::TYPE);
    fn put(&self, sink: &mut dyn Sink) {
        sink.open_object();
        put_entries(self, sink);
        sink.close_object();
    }
}

/// Writes a map's entries into the object that is open.
pub fn put_entries<K: AsRef<str>, T: Output>(map: &BTreeMap<K, T>, sink: &mut dyn Sink) {
    for (key, value) in map {
        sink.key(key.as_ref());
        value.put(sink);
    }
}

/// What a listed function answers that does not do its work yet.
pub fn unfinished(name: &str) -> Error {
    Error::new(
        Kind::Unfinished,
        format!("The function “{name}” is not implemented by this server yet."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_comes_back_from_the_sink_as_it_was() {
        let value = serde_json::json!({"a": [1, "x", null, {"b": {}}], "c": 1.5});
        assert_eq!(tree(&value), value);
    }

    #[test]
    fn truth_is_a_number() {
        assert_eq!(tree(&serde_json::json!([true, false])), serde_json::json!([1, 0]));
    }
}
