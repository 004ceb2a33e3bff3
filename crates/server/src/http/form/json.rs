//! A JSON body: one flat object, its values as the texts that a form would have.

use std::fmt;

use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::{FormFault, Pairs};

/// The deepest nesting.
const DEEPEST: usize = 32;

/// Reads the object. Numbers keep the digits they were written with; truth is 1 or 0, null is
/// empty; a list gives its name several times; what is nested further stays JSON text.
pub(super) fn read(body: &[u8], pairs: &mut Pairs) -> Result<(), FormFault> {
    let text =
        str::from_utf8(body).map_err(|_| FormFault::new("The JSON of the body is not UTF-8."))?;
    let text = text.trim_start_matches('\u{feff}').trim();
    if !text.starts_with('{') {
        return Err(FormFault::new("The body must be one JSON object."));
    }
    check_depth(text)?;
    let mut fault = None;
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let visitor = Object { pairs, fault: &mut fault };
    let read = deserializer.deserialize_map(visitor).and_then(|()| deserializer.end());
    match (fault, read) {
        (Some(fault), _) => Err(fault),
        (None, Err(cause)) => Err(not_json(&cause)),
        (None, Ok(())) => Ok(()),
    }
}

/// Counts brackets outside of texts.
fn check_depth(text: &str) -> Result<(), FormFault> {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => depth += 1,
            b'}' | b']' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Err(FormFault::new(format!(
                "The JSON of the body is nested deeper than {DEEPEST} levels."
            )));
        }
    }
    Ok(())
}

/// The place of a mistake; never what stands there.
fn not_json(cause: &serde_json::Error) -> FormFault {
    let (line, column) = (cause.line(), cause.column());
    FormFault::new(format!("The body is not JSON: see line {line}, column {column}."))
}

struct Object<'a> {
    pairs: &'a mut Pairs,
    fault: &'a mut Option<FormFault>,
}

impl<'de> Visitor<'de> for Object<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let mut seen = std::collections::HashSet::new();
        while let Some((name, raw)) = entries.next_entry::<String, &RawValue>()? {
            let done = if seen.contains(&name) {
                Err(FormFault::twice(&name))
            } else {
                put(&name, raw, self.pairs)
            };
            if let Err(fault) = done {
                *self.fault = Some(fault);
                return Err(A::Error::custom("fault"));
            }
            seen.insert(name);
        }
        Ok(())
    }
}

/// Adds one entry.
fn put(name: &str, raw: &RawValue, pairs: &mut Pairs) -> Result<(), FormFault> {
    if !raw.get().starts_with('[') {
        return pairs.push(name, text(raw)?);
    }
    let items: Vec<&RawValue> = serde_json::from_str(raw.get()).map_err(|err| not_json(&err))?;
    items.into_iter().try_for_each(|item| pairs.push(name, text(item)?))
}

/// A value as the text that a form would have.
fn text(raw: &RawValue) -> Result<String, FormFault> {
    match raw.get() {
        "true" => Ok("1".to_owned()),
        "false" => Ok("0".to_owned()),
        "null" => Ok(String::new()),
        quoted if quoted.starts_with('"') => {
            serde_json::from_str(quoted).map_err(|err| not_json(&err))
        }
        other => Ok(other.to_owned()),
    }
}
