//! Sorts: by the text, the number or the address of a field; several in order of their letters,
//! stable. A row without the field sorts as if it were empty.

use std::{cmp::Ordering, net::Ipv4Addr};

use api::{Error, Form, Result, form::not_one_of};

use super::probe::Leaf;

/// One sort.
#[derive(Debug)]
pub(super) struct Sort {
    field: String,
    method: Method,
    reverse: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Method {
    Text,
    Number,
    NumberZeroAsMost,
    Address,
}

/// What a row sorts by.
#[derive(Debug)]
pub(super) enum Key {
    /// Text, byte by byte.
    Text(String),
    /// A number.
    Number(f64),
}

/// The sorts of a form.
pub(super) fn read(form: &Form) -> Result<Vec<Sort>> {
    let letters = super::letters(form, "sort");
    letters.into_iter().map(|letter| Sort::read(form, letter)).collect()
}

/// The order of two rows by their keys, one for each sort.
pub(super) fn order(sorts: &[Sort], one: &[Key], other: &[Key]) -> Ordering {
    let orders = sorts.iter().zip(one.iter().zip(other)).map(|(sort, (one, other))| {
        let order = one.order(other);
        if sort.reverse { order.reverse() } else { order }
    });
    orders.fold(Ordering::Equal, Ordering::then)
}

impl Sort {
    fn read(form: &Form, letter: &str) -> Result<Self> {
        let name = format!("api.sort.{letter}.method");
        let reverse = super::is_on(form.last(&format!("api.sort.{letter}.reverse")));
        let field = super::field(form, "sort", letter)?;
        let sort = Self::new(field, form.last(&name).unwrap_or_default(), reverse);
        sort.map_err(|problem| Error::param(&name, problem))
    }

    /// A sort by a field; the error is about the method.
    pub(super) fn new(field: &str, method: &str, reverse: bool) -> Result<Self, String> {
        Ok(Self { field: field.to_owned(), method: Method::read(method)?, reverse })
    }

    /// The field and whether in reverse, where it sorts by plain text.
    pub(super) fn as_text(&self) -> Option<(String, bool)> {
        (self.method == Method::Text).then(|| (self.field.clone(), self.reverse))
    }

    /// Whether it sorts by this field.
    pub(super) fn watches(&self, field: &str) -> bool {
        self.field == field
    }

    /// The key of a value.
    pub(super) fn key(&self, leaf: Leaf<'_>) -> Key {
        match self.method {
            Method::Text => Key::Text(leaf.with_text(str::to_owned)),
            Method::Number => Key::Number(leaf.number()),
            Method::NumberZeroAsMost => {
                let number = leaf.number();
                Key::Number(if number == 0.0 { f64::INFINITY } else { number })
            }
            Method::Address => {
                let address = leaf.with_text(|text| text.trim().parse::<Ipv4Addr>());
                Key::Number(address.map_or(-1.0, |address| f64::from(u32::from(address))))
            }
        }
    }
}

impl Method {
    fn read(name: &str) -> Result<Self, String> {
        match name {
            "" | "lexicographic" => Ok(Self::Text),
            "numeric" => Ok(Self::Number),
            "numeric_zero_as_max" => Ok(Self::NumberZeroAsMost),
            // Some client libraries spell it with a line.
            "ipv4" | "ipv_4" => Ok(Self::Address),
            other => {
                let words = ["lexicographic", "numeric", "numeric_zero_as_max", "ipv4"];
                Err(not_one_of(other, &words))
            }
        }
    }
}

impl Key {
    fn order(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Text(one), Self::Text(other)) => one.cmp(other),
            (Self::Number(one), Self::Number(other)) => one.total_cmp(other),
            // Both come from one sort, and so are of one kind.
            _ => Ordering::Equal,
        }
    }
}
