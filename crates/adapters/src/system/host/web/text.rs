//! The writer of Apache's format: directives, sections and their words, each quoted so that Apache reads
//! the very word. What cannot be written so is refused.

/// A word that cannot be written. It holds the rule that the word breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unfit(pub(super) &'static str);

/// A configuration that is being written.
#[derive(Debug, Default)]
pub(super) struct Text {
    lines: String,
    depth: usize,
}

impl Text {
    /// It as it stands in a file.
    pub(super) fn finish(self) -> String {
        self.lines
    }

    /// Writes a directive.
    pub(super) fn directive(&mut self, name: &'static str, words: &[&str]) -> Result<(), Unfit> {
        self.line(name, "", words, |word| Ok(quoted(word)))
    }

    /// Writes a directive that rewrites: such take their words as they are.
    pub(super) fn rewrite(&mut self, name: &'static str, words: &[&str]) -> Result<(), Unfit> {
        self.line(name, "", words, |word| {
            if word.contains('"') {
                return Err(Unfit("it has a quote in it"));
            }
            Ok(format!("\"{word}\""))
        })
    }

    /// Writes a section and what is in it.
    pub(super) fn section(
        &mut self,
        name: &'static str,
        word: &str,
        inner: impl FnOnce(&mut Self) -> Result<(), Unfit>,
    ) -> Result<(), Unfit> {
        self.line(name, "<", &[word], |word| Ok(quoted(word)))?;
        self.inside(name, inner)
    }

    /// Writes a section for where there is no file of that path.
    pub(super) fn unless_file(
        &mut self,
        path: &str,
        inner: impl FnOnce(&mut Self) -> Result<(), Unfit>,
    ) -> Result<(), Unfit> {
        // Within the quotes, the mark would be of the path.
        self.line("IfFile", "<", &[path], |word| Ok(format!("!{}", quoted(word))))?;
        self.inside("IfFile", inner)
    }

    /// Writes a site at an address that is ours.
    pub(super) fn site(
        &mut self,
        at: &str,
        inner: impl FnOnce(&mut Self) -> Result<(), Unfit>,
    ) -> Result<(), Unfit> {
        // Not quoted: the base configuration's variable may stand for several addresses.
        self.lines.extend(["<VirtualHost ", at, ">\n"]);
        self.inside("VirtualHost", inner)
    }

    fn inside(
        &mut self,
        name: &'static str,
        inner: impl FnOnce(&mut Self) -> Result<(), Unfit>,
    ) -> Result<(), Unfit> {
        self.depth += 1;
        inner(self)?;
        self.depth -= 1;
        let indent = "    ".repeat(self.depth);
        self.lines.extend([
            &indent, "</", name, ">
",
        ]);
        Ok(())
    }

    fn line(
        &mut self,
        name: &'static str,
        opening: &str,
        words: &[&str],
        quote: impl Fn(&str) -> Result<String, Unfit>,
    ) -> Result<(), Unfit> {
        let mut line = format!("{}{opening}{name}", "    ".repeat(self.depth));
        for word in words {
            check(word)?;
            line.push(' ');
            line.push_str(&quote(word)?);
        }
        let closing = if opening.is_empty() { "" } else { ">" };
        self.lines.extend([&line, closing, "\n"]);
        Ok(())
    }
}

/// Refuses what Apache would not read as a word, or would read as more than a word, however it is quoted.
fn check(word: &str) -> Result<(), Unfit> {
    if word.chars().any(char::is_control) {
        return Err(Unfit("it has a control character in it"));
    }
    if word.contains("${") {
        return Err(Unfit("it has “${” in it, which the web server would take for a variable"));
    }
    Ok(())
}

fn quoted(word: &str) -> String {
    format!("\"{}\"", word.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The words of a line as Apache parts them: by blanks, in quotes with `\"` and `\\`, or in a line
    /// that rewrites, in quotes up to the next.
    fn words(line: &str, rewrites: bool) -> Vec<String> {
        let mut chars = line.trim().chars().peekable();
        let mut words = Vec::new();
        while let Some(first) = chars.next() {
            let mut word = String::new();
            match first {
                ' ' => continue,
                '"' => loop {
                    match chars.next().unwrap() {
                        '"' => break,
                        '\\' if !rewrites && matches!(chars.peek(), Some('"' | '\\')) => {
                            word.push(chars.next().unwrap());
                        }
                        c => word.push(c),
                    }
                },
                first => {
                    word.push(first);
                    while let Some(c) = chars.next_if(|c| *c != ' ') {
                        word.push(c);
                    }
                }
            }
            words.push(word);
        }
        words
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(word in "\\PC{0,40}", other in "[ -~]{0,40}") {
            let mut text = Text::default();
            let written = text.site("*:80", |text| text.directive("ServerName", &[&word, &other]));
            let lines = text.finish();
            if written.is_ok() {
                let [site, line, end] = &lines.lines().collect::<Vec<_>>()[..] else {
                    panic!("three lines: {lines}")
                };
                prop_assert_eq!((*site, *end), ("<VirtualHost *:80>", "</VirtualHost>"));
                prop_assert_eq!(words(line, false), ["ServerName", &word, &other]);
            } else {
                let is_variable = [&word, &other].iter().any(|word| word.contains("${"));
                prop_assert!(is_variable);
            }
        }

        #[test]
        fn what_rewrites_is_read_as_it_is(word in "\\PC{0,40}") {
            let mut text = Text::default();
            let written = text.rewrite("RewriteRule", &["^", &word]);
            if written.is_ok() {
                prop_assert_eq!(words(&text.finish(), true), ["RewriteRule", "^", &word]);
            } else {
                let is_unfit = word.contains("${") || word.contains('"');
                prop_assert!(is_unfit);
            }
        }
    }

    #[test]
    fn no_word_adds_a_line() {
        for word in ["a\nUser root", "a\0", "a\rb", "${PATH}"] {
            assert!(Text::default().directive("ServerName", &[word]).is_err(), "{word:?}");
            assert!(Text::default().rewrite("RewriteRule", &[word]).is_err(), "{word:?}");
        }
    }
}
