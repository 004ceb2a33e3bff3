//! A reply of which only the keys asked for are given.

use api::{Output, Sink, Type, Value, reply::tree};

/// The reply, and the keys that were asked for; none for all.
pub struct Picked<T> {
    all: T,
    names: Vec<String>,
}

impl<T> Picked<T> {
    pub(super) fn new(all: T, names: Vec<String>) -> Self {
        Self { all, names }
    }
}

impl<T: Output> Output for Picked<T> {
    const TYPE: Type = T::TYPE;

    fn put(&self, sink: &mut dyn Sink) {
        let mut tree = tree(&self.all);
        if let (Value::Object(map), false) = (&mut tree, self.names.is_empty()) {
            map.retain(|key, _| self.names.iter().any(|name| name == key));
        }
        Output::put(&tree, sink);
    }
}
