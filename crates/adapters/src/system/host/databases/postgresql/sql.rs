//! What a statement may hold besides its own words, each quoted by its type: nothing else is put into
//! one.

use std::fmt;

/// A name of a database, a role or anything else.
pub(super) struct Name<'a>(pub(super) &'a str);

/// A text; a backslash in it means itself, as standard SQL has it.
pub(super) struct Text<'a>(pub(super) &'a str);

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"", self.0.replace('"', "\"\""))
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "'{}'", self.0.replace('\'', "''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_its_quotes() {
        assert_eq!(Name("a\"b`c").to_string(), "\"a\"\"b`c\"");
        assert_eq!(Text("a'b\\c").to_string(), "'a''b\\c'");
    }
}
