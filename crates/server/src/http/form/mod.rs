//! The parameters of a request, out of its query and its body, whatever type the body has. A pure
//! function of the bytes.

mod json;
mod multipart;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use api::{Form, Upload, form::MOST_PARAMETERS, values::text};
use percent_encoding::percent_decode;

const NAME_IS_NO_TEXT: &str = "A parameter has a name that is not UTF-8.";

/// What is wrong with a request's parameters; the text never holds a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormFault(String);

impl std::fmt::Display for FormFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl FormFault {
    fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// What is no text cannot be kept as it came, and is not made into something else.
    fn no_text(name: &str) -> Self {
        Self(format!("The value of “{}” is not UTF-8.", text::shown(name)))
    }

    fn twice(name: &str) -> Self {
        Self(format!("The name “{}” stands twice in the JSON of the body.", text::shown(name)))
    }
}

/// Reads the parameters of a request. Query and body are merged; where a name is in both, the
/// body's values count. A body whose type is unknown is read as a form: real clients send forms as
/// `application/octet-stream`.
pub fn read(query: &str, content_type: Option<&str>, body: &[u8]) -> Result<Form, FormFault> {
    let mut asked = Pairs::default();
    urlencoded(query.as_bytes(), &mut asked)?;
    let mut sent = Pairs { left: asked.left, ..Pairs::default() };
    let given = content_type.unwrap_or_default();
    let essence = given.split(';').next().unwrap_or_default().trim();
    match () {
        () if body.trim_ascii().is_empty() => {}
        () if essence.eq_ignore_ascii_case("application/json") => json::read(body, &mut sent)?,
        () if essence.eq_ignore_ascii_case("multipart/form-data") => {
            multipart::read(given, body, &mut sent)?;
        }
        () => urlencoded(body, &mut sent)?,
    }
    let mut form = asked.form;
    form.override_with(sent.form);
    Ok(form)
}

/// Parameters in the making, and how many more there may be.
struct Pairs {
    form: Form,
    left: usize,
}

impl Default for Pairs {
    fn default() -> Self {
        Self { form: Form::default(), left: MOST_PARAMETERS }
    }
}

impl Pairs {
    fn push(&mut self, name: impl Into<String>, value: impl Into<String>) -> Result<(), FormFault> {
        let Some(left) = self.left.checked_sub(1) else {
            return Err(FormFault(format!("The call has more than {MOST_PARAMETERS} parameters.")));
        };
        self.left = left;
        self.form.push(name, value);
        Ok(())
    }

    fn push_upload(&mut self, upload: Upload) -> Result<(), FormFault> {
        let Some(left) = self.left.checked_sub(1) else {
            return Err(FormFault(format!("The call has more than {MOST_PARAMETERS} parameters.")));
        };
        self.left = left;
        self.form.push_upload(upload);
        Ok(())
    }
}

/// `a=1&b=2`, percent-encoded, `+` for a space.
fn urlencoded(bytes: &[u8], pairs: &mut Pairs) -> Result<(), FormFault> {
    // A body that was typed or pushed through a header may end in a line end.
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
    for pair in bytes.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
        let mut halves = pair.splitn(2, |byte| *byte == b'=');
        let name = decoded(halves.next().unwrap_or_default());
        let name = String::from_utf8(name).map_err(|_| FormFault::new(NAME_IS_NO_TEXT))?;
        let value = decoded(halves.next().unwrap_or_default());
        let value = String::from_utf8(value).map_err(|_| FormFault::no_text(&name))?;
        pairs.push(name, value)?;
    }
    Ok(())
}

fn decoded(bytes: &[u8]) -> Vec<u8> {
    let spaced: Cow<'_, [u8]> = if bytes.contains(&b'+') {
        bytes.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect()
    } else {
        bytes.into()
    };
    percent_decode(&spaced).collect()
}
