//! Filters: operators on the text or the number of a field; all filters must pass. Text compares
//! without case. A field that holds a list or an object passes where anything in it does.

use api::{Error, Form, Result, form::not_one_of};
use regex::{Regex, RegexBuilder};

use super::probe::Leaf;

/// One filter.
#[derive(Debug)]
pub(super) struct Filter {
    /// The field; none for any.
    field: Option<String>,
    operator: Operator,
    wanted: String,
}

#[derive(Debug)]
enum Operator {
    /// Equal as numbers where both are, else as text.
    Same,
    /// Equal as text.
    Equal,
    NotEqual,
    Begins,
    Contains,
    Ends,
    Matches(Regex),
    Defined,
    Undefined,
    Number(Comparison, Unlimited),
}

#[derive(Debug, Clone, Copy)]
enum Comparison {
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// What the word `unlimited` counts as among numbers.
#[derive(Debug, Clone, Copy)]
enum Unlimited {
    Zero,
    Most,
}

const OPERATORS: [&str; 15] = [
    "==",
    "eq",
    "ne",
    "begins",
    "contains",
    "ends",
    "matches",
    "defined",
    "undefined",
    "lt",
    "lt_equal",
    "lt_handle_unlimited",
    "gt",
    "gt_equal",
    "gt_handle_unlimited",
];

/// The filters of a form.
pub(super) fn read(form: &Form) -> Result<Vec<Filter>> {
    let letters = super::letters(form, "filter");
    letters.into_iter().map(|letter| Filter::read(form, letter)).collect()
}

impl Filter {
    fn read(form: &Form, letter: &str) -> Result<Self> {
        let field = super::field(form, "filter", letter)?;
        let wanted = form.last(&format!("api.filter.{letter}.arg0")).unwrap_or_default();
        let name = format!("api.filter.{letter}.type");
        let filter = Self::new(field, form.last(&name).unwrap_or_default(), wanted);
        filter.map_err(|problem| Error::param(&name, problem))
    }

    /// A filter on a field, `*` for any; the error is about the operator.
    pub(super) fn new(field: &str, operator: &str, wanted: &str) -> Result<Self, String> {
        Ok(Self {
            field: (field != "*").then(|| field.to_owned()),
            operator: Operator::read(operator, wanted)?,
            wanted: wanted.to_owned(),
        })
    }

    /// The field and the text that it must equal, where this filter asks no more than that. A text
    /// with a NUL is not for the store, which refuses it: it equals nothing, and is no error.
    pub(super) fn as_equal(&self) -> Option<(String, String)> {
        match self.operator {
            Operator::Equal if !self.wanted.contains('\0') => {
                Some((self.field.clone()?, self.wanted.clone()))
            }
            _ => None,
        }
    }

    /// Whether the filter looks at this field of a row.
    pub(super) fn watches(&self, field: &str) -> bool {
        self.field.as_deref().is_none_or(|wanted| wanted == field)
    }

    /// Whether it looks at rows that have no fields.
    pub(super) fn watches_all(&self) -> bool {
        self.field.is_none()
    }

    /// Whether a value in a field that it looks at is a hit.
    pub(super) fn hits(&self, leaf: Leaf<'_>) -> bool {
        match &self.operator {
            Operator::Defined | Operator::Undefined => !matches!(leaf, Leaf::Null),
            Operator::Number(comparison, unlimited) => {
                let rank = |leaf| unlimited.rank(leaf);
                comparison.holds(rank(leaf), rank(Leaf::Text(&self.wanted)))
            }
            Operator::Same => {
                match (leaf.exact_number(), Leaf::Text(&self.wanted).exact_number()) {
                    (Some(one), Some(other)) => one.total_cmp(&other).is_eq(),
                    _ => leaf.with_text(|text| text.eq_ignore_ascii_case(&self.wanted)),
                }
            }
            operator => leaf.with_text(|text| operator.holds(text, &self.wanted)),
        }
    }

    /// Whether a row passes in which the filter saw values or not, and hits or not.
    pub(super) fn passes(&self, seen: bool, hit: bool) -> bool {
        match self.operator {
            Operator::NotEqual => seen && !hit,
            Operator::Undefined => !hit,
            _ => hit,
        }
    }
}

impl Operator {
    fn read(name: &str, wanted: &str) -> Result<Self, String> {
        use Comparison::{Greater, GreaterOrEqual, Less, LessOrEqual};
        Ok(match name {
            "" | "contains" => Self::Contains,
            "==" => Self::Same,
            "eq" => Self::Equal,
            "ne" => Self::NotEqual,
            "begins" => Self::Begins,
            "ends" => Self::Ends,
            "matches" => Self::Matches(pattern(wanted)?),
            "defined" => Self::Defined,
            "undefined" => Self::Undefined,
            "lt" => Self::Number(Less, Unlimited::Zero),
            "lt_equal" => Self::Number(LessOrEqual, Unlimited::Zero),
            "lt_handle_unlimited" => Self::Number(Less, Unlimited::Most),
            "gt" => Self::Number(Greater, Unlimited::Zero),
            "gt_equal" => Self::Number(GreaterOrEqual, Unlimited::Zero),
            "gt_handle_unlimited" => Self::Number(Greater, Unlimited::Most),
            other => return Err(not_one_of(other, &OPERATORS)),
        })
    }

    fn holds(&self, text: &str, wanted: &str) -> bool {
        let (bytes, part) = (text.as_bytes(), wanted.as_bytes());
        let is_part = |slice: Option<&[u8]>| slice.is_some_and(|s| s.eq_ignore_ascii_case(part));
        match self {
            Self::Begins => is_part(bytes.get(..part.len())),
            Self::Ends => is_part(bytes.len().checked_sub(part.len()).and_then(|n| bytes.get(n..))),
            Self::Contains => {
                part.is_empty() || bytes.windows(part.len()).any(|window| is_part(Some(window)))
            }
            Self::Matches(pattern) => pattern.is_match(text),
            _ => text.eq_ignore_ascii_case(wanted),
        }
    }
}

impl Comparison {
    fn holds(self, one: f64, other: f64) -> bool {
        match self {
            Self::Less => one < other,
            Self::LessOrEqual => one <= other,
            Self::Greater => one > other,
            Self::GreaterOrEqual => one >= other,
        }
    }
}

impl Unlimited {
    fn rank(self, leaf: Leaf<'_>) -> f64 {
        match (self, leaf) {
            (Self::Most, Leaf::Text(text)) if text.eq_ignore_ascii_case("unlimited") => {
                f64::INFINITY
            }
            _ => leaf.number(),
        }
    }
}

fn pattern(text: &str) -> Result<Regex, String> {
    let built = RegexBuilder::new(text).case_insensitive(true).size_limit(1 << 20).build();
    built.map_err(|_| "“matches” needs a regular expression to look for".to_owned())
}
