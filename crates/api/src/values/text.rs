//! Plain text: one line without control characters, or several lines where a function says so.

use crate::{
    Output, Sink,
    form::{Param, Type, one},
    records::{Cell, Column, Row},
};

/// The longest text that a parameter may have unless its type says otherwise, in bytes.
pub const LONGEST: usize = 1 << 20;

/// Checks that `text` is one line of ordinary characters.
pub fn check(text: &str) -> Result<(), String> {
    if text.len() > LONGEST {
        return Err(format!("is longer than {LONGEST} bytes"));
    }
    match text.chars().find(|c| is_control(*c)) {
        Some(c) => Err(format!(
            "has the control character U+{:04X}, which may not stand here",
            u32::from(c)
        )),
        None => Ok(()),
    }
}

/// Whether a character would end a line or command a terminal.
pub fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// A text as it may be shown in an error: cut, and without control characters.
pub fn shown(text: &str) -> String {
    let mut shown: String =
        text.chars().take(80).map(|c| if is_control(c) { '\u{fffd}' } else { c }).collect();
    if text.chars().nth(80).is_some() {
        shown.push('…');
    }
    shown
}

impl Param for String {
    const TYPE: Type = Type::Text;
    fn read(texts: &[&str]) -> Result<Self, String> {
        let text = one(texts)?;
        check(text)?;
        Ok(text.to_owned())
    }
}

/// Text of several lines; no other control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Multiline(pub String);

impl Param for Multiline {
    const TYPE: Type = Type::Text;
    fn read(texts: &[&str]) -> Result<Self, String> {
        let text = one(texts)?.replace("\r\n", "\n");
        text.split(['\n', '\t']).try_for_each(check)?;
        Ok(Self(text))
    }
}

impl Output for Multiline {
    const TYPE: Type = Type::Text;
    fn put(&self, sink: &mut dyn Sink) {
        sink.text(&self.0);
    }
}

impl Column for String {
    fn read(row: &dyn Row, place: usize) -> crate::Result<Self> {
        Ok(row.text(place)?.unwrap_or_default().to_owned())
    }
    fn cell(&self) -> Cell<'_> {
        Cell::Text(self.as_str().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_refused_and_named() {
        for bad in ["\0", "\n", "\r", "\u{7f}", "\u{85}", "\u{2028}", "\u{2029}", "\u{1b}"] {
            let said = check(&format!("a{bad}b")).unwrap_err();
            assert!(said.contains("U+"), "{said}");
        }
        assert_eq!(check("a b — ü"), Ok(()));
    }

    #[test]
    fn what_is_shown_is_short_and_harmless() {
        let text = shown(&format!("a\n{}", "x".repeat(200)));
        assert!(!text.contains('\n') && text.chars().count() == 81);
    }
}
