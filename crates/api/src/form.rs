//! A call's parameters as text, and how they become a typed struct.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    error::{Error, Result},
    values::text,
};

/// The most parameters that one call may have.
pub const MOST_PARAMETERS: usize = 1000;

/// The parameters of one call, each name with its texts in the order given, and the files sent along.
#[derive(Default, Clone, PartialEq, Eq)]
pub struct Form(BTreeMap<String, Vec<String>>, Vec<Upload>);

/// A file that is sent along with a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// The name that it is to have, as the caller's program says.
    pub name: String,
    /// Its bytes.
    pub content: Arc<[u8]>,
}

/// A struct that is read from a [`Form`]; derive it.
pub trait Input: Sized {
    /// The struct's doc comment: what the function does.
    const DOC: &'static str;
    /// Its fields, in order.
    const FIELDS: &'static [Field];
    /// Reads it; the error names the parameter at fault.
    fn read(form: &Form) -> Result<Self>;
}

/// A value that one parameter can hold.
pub trait Param: Sized {
    /// What callers are told of it.
    const TYPE: Type;
    /// Reads the texts given under one name: none, one or several.
    fn read(texts: &[&str]) -> Result<Self, String>;
}

/// A parameter, or a key of a reply.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The name on the wire.
    pub name: &'static str,
    /// What it is, from the doc comment.
    pub doc: &'static str,
    /// Its type.
    pub ty: Type,
    /// What counts when it is absent.
    pub default: Option<&'static str>,
    /// Whether it may come numbered too: `name-0`, `name-1` and so on.
    pub family: bool,
    /// Whether it stands for all names that no other field has.
    pub rest: bool,
    /// Whether the key may be absent from a reply.
    pub absent: bool,
    /// Other names under which callers send it.
    pub aliases: &'static [&'static str],
}

impl Field {
    /// A field with nothing said about it.
    pub const BLANK: Self = Self {
        name: "",
        doc: "",
        ty: Type::Nothing,
        default: None,
        family: false,
        rest: false,
        absent: false,
        aliases: &[],
    };

    /// Whether a call must give it.
    pub fn required(&self) -> bool {
        self.default.is_none()
            && !self.rest
            && !matches!(self.ty, Type::Optional(_) | Type::List(_))
    }
}

/// How many fields the parts have together.
pub const fn total(parts: &[&[Field]]) -> usize {
    let (mut total, mut parts) = (0, parts);
    while let Some((part, rest)) = parts.split_first() {
        total += part.len();
        parts = rest;
    }
    total
}

/// The fields of all parts in one list, for [`Input::FIELDS`]. `N` must be their [`total`].
#[expect(clippy::indexing_slicing, reason = "it runs while the program is compiled")]
pub const fn joined<const N: usize>(parts: &[&[Field]]) -> [Field; N] {
    let mut all = [Field::BLANK; N];
    let (mut place, mut parts) = (0, parts);
    while let Some((part, rest)) = parts.split_first() {
        let mut fields = *part;
        while let Some((field, others)) = fields.split_first() {
            all[place] = *field;
            place += 1;
            fields = others;
        }
        parts = rest;
    }
    all
}

/// The types of the contract.
#[derive(Debug, Clone, Copy)]
pub enum Type {
    /// Any text.
    Text,
    /// A whole number.
    Int,
    /// A number, perhaps with a fraction.
    Number,
    /// 0 or 1.
    Flag,
    /// JSON in text.
    Json,
    /// A username.
    User,
    /// A domain name.
    Domain,
    /// A mail address.
    Email,
    /// An IP address or range.
    Ip,
    /// A path.
    Path,
    /// A URL.
    Url,
    /// Seconds since 1970.
    UnixTime,
    /// Text that is never shown or logged.
    Secret,
    /// A number, or the word `unlimited`.
    Limit,
    /// One of these words.
    Enum(&'static [&'static str]),
    /// Anything.
    Any,
    /// Nothing.
    Nothing,
    /// May be absent, or null in a reply.
    Optional(&'static Type),
    /// Several.
    List(&'static Type),
    /// Free keys, values of one type.
    Map(&'static Type),
    /// An object.
    Object(&'static [Field]),
}

impl Form {
    /// Adds one parameter.
    pub fn push(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.0.entry(name.into()).or_default().push(text.into());
    }

    /// Replaces all texts of `name` by those of another form.
    pub fn override_with(&mut self, other: Self) {
        self.0.extend(other.0);
        self.1.extend(other.1);
    }

    /// Takes a name out.
    pub fn remove(&mut self, name: &str) -> Option<Vec<String>> {
        self.0.remove(name)
    }

    /// Adds a file.
    pub fn push_upload(&mut self, upload: Upload) {
        self.1.push(upload);
    }

    /// The files that are sent along.
    pub fn uploads(&self) -> &[Upload] {
        &self.1
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.0.values().map(Vec::len).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every name with its texts, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.0.iter().map(|(name, texts)| (name.as_str(), texts.as_slice()))
    }

    /// The last text under `name`.
    pub fn last(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.last().map(String::as_str)
    }

    /// The texts under the first of `names` that was given.
    pub fn texts(&self, names: &[&str]) -> Vec<&str> {
        let texts = names.iter().find_map(|name| self.0.get(*name));
        texts.into_iter().flatten().map(String::as_str).collect()
    }

    /// The texts under these names, bare first, then `name-0`, `name-1` and so on by number.
    pub fn family(&self, names: &[&str]) -> Vec<&str> {
        let mut all: Vec<&str> = Vec::new();
        for name in names {
            all.extend(self.texts(&[name]));
            let mut members: Vec<(u32, &[String])> = self
                .0
                .iter()
                .filter_map(|(key, texts)| {
                    let number = key.strip_prefix(name)?.strip_prefix('-')?.parse().ok()?;
                    Some((number, texts.as_slice()))
                })
                .collect();
            members.sort_by_key(|(number, _)| *number);
            all.extend(members.into_iter().flat_map(|(_, texts)| texts).map(String::as_str));
        }
        all
    }

    /// What was given under names that are not `known` and not the protocol's own (`api.*`).
    pub fn rest(&self, known: &[&str]) -> Result<BTreeMap<String, String>> {
        let unknown = self.0.iter().filter(|(name, _)| {
            !known.contains(&name.as_str()) && !name.starts_with("api.") && !name.is_empty()
        });
        let mut rest = BTreeMap::new();
        for (name, texts) in unknown {
            let value = texts.last().map_or("", String::as_str);
            for part in [name.as_str(), value] {
                text::check(part).map_err(|problem| Error::param(&text::shown(name), problem))?;
            }
            rest.insert(name.clone(), value.to_owned());
        }
        Ok(rest)
    }
}

impl FromIterator<(String, String)> for Form {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(pairs: I) -> Self {
        let mut form = Self::default();
        for (name, text) in pairs {
            form.push(name, text);
        }
        form
    }
}

/// Reads one parameter.
pub fn read<T: Param>(name: &'static str, texts: Vec<&str>) -> Result<T> {
    T::read(&texts).map_err(|problem| Error::param(name, problem))
}

/// Reads one parameter, or takes its default.
pub fn read_or<T: Param>(name: &'static str, texts: Vec<&str>, default: fn() -> T) -> Result<T> {
    if texts.is_empty() { Ok(default()) } else { read(name, texts) }
}

/// The one text that is needed; the last where there are several.
pub fn one<'a>(texts: &[&'a str]) -> Result<&'a str, String> {
    texts.last().copied().ok_or_else(|| "is required".to_owned())
}

/// What to say of a text that is none of the words that may stand there.
pub fn not_one_of(given: &str, words: &[&str]) -> String {
    if words.len() > 12 {
        return format!("“{}” is none of the words that may stand here", text::shown(given));
    }
    format!("“{}” is none of: {}", text::shown(given), words.join(", "))
}

impl<T: Param> Param for Option<T> {
    const TYPE: Type = Type::Optional(&T::TYPE);
    fn read(texts: &[&str]) -> Result<Self, String> {
        if texts.is_empty() { Ok(None) } else { T::read(texts).map(Some) }
    }
}

impl<T: Param> Param for Vec<T> {
    const TYPE: Type = Type::List(&T::TYPE);
    fn read(texts: &[&str]) -> Result<Self, String> {
        texts.iter().map(|text| T::read(&[text])).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_is_bare_first_then_by_number() {
        let mut form = Form::default();
        for (name, text) in [("acl-10", "c"), ("acl-2", "b"), ("acl", "a"), ("acl-x", "no")] {
            form.push(name, text);
        }
        assert_eq!(form.family(&["acl"]), ["a", "b", "c"]);
    }

    #[test]
    fn the_rest_leaves_out_known_names_and_the_protocol() {
        let form: Form = [("a", "1"), ("b", "2"), ("api.version", "1")]
            .map(|(name, text)| (name.to_owned(), text.to_owned()))
            .into_iter()
            .collect();
        assert_eq!(form.rest(&["a"]).unwrap().into_keys().collect::<Vec<_>>(), ["b"]);
    }

    #[test]
    fn the_rest_refuses_control_characters() {
        let mut form = Form::default();
        form.push("x", "one\ntwo");
        let said = form.rest(&[]).unwrap_err().to_string();
        assert!(said.starts_with("x: "), "{said}");
    }
}
