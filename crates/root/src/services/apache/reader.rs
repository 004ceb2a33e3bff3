//! Reading of a configuration as Apache itself parts it into sections, directives and words. It knows
//! less than Apache: what it does not know it refuses.

/// A directive with its words, or a section with what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    /// Its name as it is written.
    pub(crate) name: String,
    /// Its words, their quotes taken off.
    pub(crate) words: Vec<String>,
    /// What is in a section; none for a directive.
    pub(crate) inner: Option<Vec<Node>>,
}

/// The one variable of the base configuration that a line may name: where sites are served over TLS.
const VARIABLE: &str = "${SITES_TLS}";

/// Reads a configuration. The error says what is unreadable in it.
pub(crate) fn read(text: &str) -> Result<Vec<Node>, String> {
    let mut lines = text.split('\n').enumerate().map(|(place, line)| (place + 1, line));
    section(&mut lines, None)
}

/// Reads up to the end of that section, or of the text.
fn section<'a, I: Iterator<Item = (usize, &'a str)>>(
    lines: &mut I,
    within: Option<&str>,
) -> Result<Vec<Node>, String> {
    let mut nodes = Vec::new();
    while let Some((number, line)) = lines.next() {
        let wrong = |what: &str| format!("line {number} {what}");
        check(line).map_err(wrong)?;
        let line = line.trim_matches([' ', '\t']);
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(end) = line.strip_prefix("</") {
            let is_ours = end.strip_suffix('>') == within && within.is_some();
            return if is_ours { Ok(nodes) } else { Err(wrong("ends what was not begun")) };
        }
        let opened = line.strip_prefix('<');
        let plain = match opened {
            Some(inner) => inner.strip_suffix('>').ok_or_else(|| wrong("has no “>”"))?,
            None => line,
        };
        let (name, rest) = plain.split_once([' ', '\t']).unwrap_or((plain, ""));
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric()) {
            return Err(wrong("begins with no directive"));
        }
        let words = words(rest, name.starts_with("Rewrite")).map_err(wrong)?;
        let inner = opened.map(|_| section(lines, Some(name))).transpose()?;
        nodes.push(Node { name: name.to_owned(), words, inner });
    }
    match within {
        Some(name) => Err(format!("<{name}> is not ended")),
        None => Ok(nodes),
    }
}

fn check(line: &str) -> Result<(), &'static str> {
    if line.chars().any(|c| c.is_control() && c != '\t') {
        return Err("has a control character");
    }
    if line.ends_with('\\') {
        return Err("goes on in the next");
    }
    if line.replace(VARIABLE, "").contains("${") {
        return Err("names a variable");
    }
    Ok(())
}

/// The words of a directive. Those that rewrite know no way to have a quote within quotes, and take
/// backslashes as they are.
fn words(text: &str, rewrites: bool) -> Result<Vec<String>, &'static str> {
    let mut words = Vec::new();
    let mut rest = text.trim_start_matches([' ', '\t']);
    while !rest.is_empty() {
        let (word, after) = match rest.strip_prefix('"') {
            Some(quoted) if rewrites => {
                let (word, after) = quoted.split_once('"').ok_or("has a quote without end")?;
                (word.to_owned(), after)
            }
            Some(quoted) => quoted_word(quoted)?,
            None => match rest.strip_prefix("!\"") {
                Some(quoted) => {
                    let (word, after) = quoted_word(quoted)?;
                    (format!("!{word}"), after)
                }
                None => bare_word(rest)?,
            },
        };
        words.push(word);
        rest = after.trim_start_matches([' ', '\t']);
        if rest.len() == after.len() && !rest.is_empty() {
            return Err("has two words without a space");
        }
    }
    Ok(words)
}

/// The word before the next quote, and what is after that.
fn quoted_word(text: &str) -> Result<(String, &str), &'static str> {
    let mut word = String::new();
    let mut chars = text.char_indices().peekable();
    while let Some((place, c)) = chars.next() {
        match (c, chars.peek()) {
            ('"', _) => return Ok((word, text.get(place + 1..).unwrap_or_default())),
            ('\\', Some(&(_, next @ ('"' | '\\')))) => {
                word.push(next);
                chars.next();
            }
            (c, _) => word.push(c),
        }
    }
    Err("has a quote without end")
}

fn bare_word(text: &str) -> Result<(String, &str), &'static str> {
    let end = text.find([' ', '\t']).unwrap_or(text.len());
    let (word, after) = text.split_at_checked(end).ok_or("is no text")?;
    if word.contains(['"', '\'', '\\']) {
        return Err("has a quote within a word");
    }
    Ok((word.to_owned(), after))
}
