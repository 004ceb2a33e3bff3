//! The documentation of functions, whose words in backticks are shown as code.

use std::fmt;

use askama::filters::{Escaper as _, Html, HtmlSafe};

/// A text as HTML.
pub(crate) struct Prose<'a>(pub(crate) &'a str);

impl HtmlSafe for Prose<'_> {}

impl fmt::Display for Prose<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, part) in self.0.split('`').enumerate() {
            let is_code = place % 2 == 1;
            f.write_str(if is_code { "<code>" } else { "" })?;
            Html.write_escaped_str(&mut *f, part)?;
            f.write_str(if is_code { "</code>" } else { "" })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backticks_become_code_and_all_is_escaped() {
        let prose = Prose("`a<b`: see `y`; x & y.").to_string();
        assert_eq!(prose, "<code>a&#60;b</code>: see <code>y</code>; x &#38; y.");
    }
}
