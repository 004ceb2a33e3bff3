//! The search that lists of accounts take: a field and a text or pattern. What an index can answer
//! of it is given to the store; the rest is asked of each row.

use api::{Error, Result, Word, records::Where};
use regex::{Regex, RegexBuilder};

/// The largest compiled pattern in bytes.
const LARGEST_PATTERN: usize = 1 << 20;

/// What the search is matched against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum SearchType {
    /// The main domain.
    #[word("domain")]
    Domain,
    /// The owner.
    #[word("owner")]
    Owner,
    /// The account's name.
    #[word("user")]
    User,
    /// The address of its sites.
    #[word("ip")]
    Ip,
    /// Its package.
    #[word("package")]
    Package,
}

/// How the search is matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum SearchMethod {
    /// The field is the text.
    #[word("exact")]
    Exact,
    /// The field has a match of the pattern.
    #[word("regex")]
    Regex,
}

/// A search, or none.
#[derive(Debug, Clone, Default)]
pub struct Search(Option<Asked>);

#[derive(Debug, Clone)]
struct Asked {
    field: SearchType,
    /// What the field is.
    whole: Option<String>,
    /// How the field begins.
    prefix: Option<String>,
    /// What is left to be asked of each row.
    pattern: Option<Regex>,
}

impl SearchType {
    /// The column that holds it.
    pub fn column(self) -> &'static str {
        match self {
            Self::Domain => "domain",
            Self::Owner => "owner",
            Self::User => "name",
            Self::Ip => "ip",
            Self::Package => "package",
        }
    }

    /// Whether the column holds lower case only, so that case in a search means nothing.
    fn is_lower_case(self) -> bool {
        self != Self::Package
    }
}

impl Search {
    /// The search of a call. Without both a text and a field there is none.
    pub fn read(
        text: Option<&str>,
        field: Option<SearchType>,
        method: Option<SearchMethod>,
    ) -> Result<Self> {
        let (Some(text), Some(field)) = (text, field) else { return Ok(Self(None)) };
        let kept = |text: &str| {
            if field.is_lower_case() { text.to_ascii_lowercase() } else { text.to_owned() }
        };
        let mut asked = Asked { field, whole: None, prefix: None, pattern: None };
        if method == Some(SearchMethod::Exact) {
            asked.whole = Some(kept(text));
            return Ok(Self(Some(asked)));
        }
        match anchor(text).filter(|_| field.is_lower_case()) {
            Some(Anchor::Whole(text)) => asked.whole = Some(kept(&text)),
            anchor => {
                if let Some(Anchor::Prefix(text)) = anchor {
                    asked.prefix = Some(kept(&text));
                }
                asked.pattern = Some(compile(text)?);
            }
        }
        Ok(Self(Some(asked)))
    }

    /// What the store answers of it.
    pub fn filter(&self) -> Vec<Where<'_>> {
        let Some(asked) = &self.0 else { return Vec::new() };
        let column = asked.field.column();
        let whole = asked.whole.as_deref().map(|text| Where::Is(column, text.into()));
        let prefix = asked.prefix.as_deref().map(|text| Where::Begins(column, text));
        whole.into_iter().chain(prefix).collect()
    }

    /// Whether there is a search.
    pub fn is_some(&self) -> bool {
        self.0.is_some()
    }

    /// Whether the store answers all of it.
    pub fn is_in_store(&self) -> bool {
        self.pattern().is_none()
    }

    /// What must be asked of each row that the store gives.
    pub fn pattern(&self) -> Option<(SearchType, &Regex)> {
        let asked = self.0.as_ref()?;
        Some((asked.field, asked.pattern.as_ref()?))
    }

    /// Whether a row that the store gave is one; `text` gives the row's fields.
    pub fn matches<'a>(&self, text: impl FnOnce(SearchType) -> &'a str) -> bool {
        self.pattern().is_none_or(|(field, pattern)| pattern.is_match(text(field)))
    }
}

fn compile(pattern: &str) -> Result<Regex> {
    RegexBuilder::new(pattern).case_insensitive(true).size_limit(LARGEST_PATTERN).build().map_err(
        |_| {
            Error::param(
                "search",
                "is not a regular expression that can be searched for; to find it as it stands, \
                 use searchmethod=exact",
            )
        },
    )
}

/// What a pattern says of the text from its beginning.
#[derive(Debug, PartialEq, Eq)]
enum Anchor {
    Whole(String),
    Prefix(String),
}

/// Reads a pattern that begins with `^` as far as it is literal.
fn anchor(pattern: &str) -> Option<Anchor> {
    let mut rest = pattern.strip_prefix('^').filter(|rest| !rest.contains('|'))?.chars();
    let mut literal = String::new();
    while let Some(next) = rest.next() {
        match next {
            '$' if rest.as_str().is_empty() => return Some(Anchor::Whole(literal)),
            '*' | '?' | '{' => {
                // What stands before it may be absent.
                literal.pop();
                break;
            }
            '\\' => match rest.next() {
                Some(escaped) if ".-_@".contains(escaped) => literal.push(escaped),
                _ => break,
            },
            plain if plain.is_ascii_alphanumeric() || "-_@".contains(plain) => literal.push(plain),
            _ => break,
        }
    }
    (!literal.is_empty()).then_some(Anchor::Prefix(literal))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchored_literals_go_to_the_index() {
        let whole = |text: &str| Some(Anchor::Whole(text.to_owned()));
        let prefix = |text: &str| Some(Anchor::Prefix(text.to_owned()));
        assert_eq!(anchor("^anna$"), whole("anna"));
        assert_eq!(anchor(r"^a\.test$"), whole("a.test"));
        assert_eq!(anchor("^a.test$"), prefix("a"));
        assert_eq!(anchor("^anna*"), prefix("ann"));
        assert_eq!(anchor("^anna+x"), prefix("anna"));
        assert_eq!(anchor("^a{0}b"), None);
        for free in ["anna", "^anna$|^b", "^", "^[ab]", r"^\d", "^(?x) a"] {
            assert_eq!(anchor(free), None, "{free}");
        }
    }

    #[test]
    fn what_the_store_is_asked_never_loses_a_row_that_matches() {
        let names = ["anna", "ann", "bert", "a_1", "annabel"];
        for pattern in ["^anna$", "^ann", "^anna?", "an", "^an*", "^a_", "^ANNA$", "l$", "^(a|b)"] {
            let search = Search::read(Some(pattern), Some(SearchType::User), None).unwrap();
            let plain = compile(pattern).unwrap();
            for name in names {
                let in_store = search.filter().iter().all(|condition| match condition {
                    Where::Is(_, cell) => *cell == name.into(),
                    Where::Begins(_, prefix) => name.starts_with(prefix),
                    _ => false,
                });
                let found = in_store && search.matches(|_| name);
                assert_eq!(found, plain.is_match(name), "{pattern} {name}");
            }
        }
    }

    #[test]
    fn a_pattern_that_is_none_is_refused() {
        let said = Search::read(Some("a(b"), Some(SearchType::User), None).unwrap_err();
        assert!(said.to_string().starts_with("search: "));
        assert!(!Search::read(Some("a(b"), None, None).unwrap().is_some());
    }
}
