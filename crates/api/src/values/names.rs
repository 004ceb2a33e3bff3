//! Names: users, domains, mail addresses, packages, tokens.

use std::{fmt, str::FromStr};

use crate::{
    Output, Sink,
    form::{Param, Type, one},
    records::{Cell, Column, Row},
    values::text,
};

/// The rest of a name type: text in, text out, a column, a parameter, a reply.
macro_rules! name {
    ($ty:ident, $type:expr) => {
        name!($ty, $type, str::parse);
    };
    ($ty:ident, $type:expr, $kept:expr) => {
        impl $ty {
            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl AsRef<str> for $ty {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
        impl fmt::Display for $ty {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl PartialEq<str> for $ty {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }
        impl Param for $ty {
            const TYPE: Type = $type;
            fn read(texts: &[&str]) -> Result<Self, String> {
                one(texts)?.parse()
            }
        }
        impl Output for $ty {
            const TYPE: Type = $type;
            fn put(&self, sink: &mut dyn Sink) {
                sink.text(&self.0);
            }
        }
        impl Column for $ty {
            fn read(row: &dyn Row, place: usize) -> crate::Result<Self> {
                $crate::values::names::kept(row, place, $kept)
            }
            fn cell(&self) -> Cell<'_> {
                Cell::Text(self.0.as_str().into())
            }
        }
    };
}

/// Reads a column whose text is such a name as it is kept.
pub(super) fn kept<T>(
    row: &dyn Row,
    place: usize,
    parse: fn(&str) -> Result<T, String>,
) -> crate::Result<T> {
    let text = row.text(place)?.unwrap_or_default();
    parse(text).map_err(|_| crate::Error::internal(format!("column {place} holds “{text}”")))
}

pub(super) use name;

/// The name of a login: an account, a reseller, root. It is read in any case and kept in lower case.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(try_from = "String")]
pub struct UserName(String);

impl UserName {
    /// The one user above all others.
    pub fn root() -> Self {
        Self("root".to_owned())
    }

    /// Whether this is root.
    pub fn is_root(&self) -> bool {
        self.0 == "root"
    }
}

impl FromStr for UserName {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let name = text.to_ascii_lowercase();
        let ordinary = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if (1..=16).contains(&name.len())
            && name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.chars().all(ordinary)
        {
            Ok(Self(name))
        } else {
            Err(format!(
                "“{}” is not a username: 1 to 16 letters, digits and underscores, the first a letter",
                text::shown(text)
            ))
        }
    }
}

impl TryFrom<String> for UserName {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

name!(UserName, Type::User);

/// The name of a host among many that share a store.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(try_from = "String")]
pub struct HostName(String);

impl TryFrom<String> for HostName {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl FromStr for HostName {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let ordinary = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
        if (1..=63).contains(&text.len())
            && text.starts_with(|c: char| c.is_ascii_alphanumeric())
            && text.chars().all(ordinary)
        {
            return Ok(Self(text.to_owned()));
        }
        Err(format!(
            "“{}” is no name of a host: 1 to 63 small letters, digits, hyphens and dots, the first a \
             letter or a digit",
            text::shown(text)
        ))
    }
}

name!(HostName, Type::Text);

/// A domain name: in lower case, in its ASCII form, without a final dot. No parameter is read as a
/// wildcard; the name of a site that stands for all names below another is made by
/// [`DomainName::wildcard`], and kept and read back as any other.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(try_from = "String")]
pub struct DomainName(String);

impl DomainName {
    /// Whether this is `other` or a name below it.
    pub fn is_within(&self, other: &Self) -> bool {
        self.0.strip_suffix(&other.0).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    }

    /// The name one label up, if that has a label left.
    pub fn parent(&self) -> Option<Self> {
        self.0.split_once('.').map(|(_, rest)| Self(rest.to_owned()))
    }

    /// The name that stands for all names below this one: `*.` before it.
    pub fn wildcard(&self) -> Result<Self, String> {
        let name = format!("*.{}", self.0);
        if name.len() <= 253 { Ok(Self(name)) } else { Err("it is too long".to_owned()) }
    }

    /// Whether this stands for all names below another.
    pub fn is_wildcard(&self) -> bool {
        self.0.starts_with("*.")
    }

    /// A name below this one.
    pub fn child(&self, label: &str) -> Result<Self, String> {
        format!("{label}.{}", self.0).parse()
    }
}

impl DomainName {
    /// Reads a domain or a wildcard, as a site may be called.
    pub fn of_site(text: &str) -> Result<Self, String> {
        match text.strip_prefix("*.") {
            Some(rest) => rest.parse::<Self>()?.wildcard(),
            None => text.parse(),
        }
    }
}

impl FromStr for DomainName {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        if is_plain_domain(text) {
            return Ok(Self(text.to_owned()));
        }
        Self::through_idna(text)
    }
}

/// Whether the text is a domain name as it is kept, so that nothing need be mapped. A label in
/// punycode may be an invalid one, and is left to the library.
fn is_plain_domain(text: &str) -> bool {
    let mut labels = 0_usize;
    let mut last_is_number = false;
    for label in text.split('.') {
        if !is_label(label) || label.starts_with("xn--") {
            return false;
        }
        labels += 1;
        last_is_number = label.bytes().all(|b| b.is_ascii_digit());
    }
    labels > 1 && !last_is_number && text.len() <= 253
}

impl DomainName {
    fn through_idna(text: &str) -> Result<Self, String> {
        let fault = |rule: &str| format!("“{}” is not a domain name: {rule}", text::shown(text));
        let name = idna::domain_to_ascii_cow(
            text.strip_suffix('.').unwrap_or(text).as_bytes(),
            idna::AsciiDenyList::EMPTY,
        )
        .map_err(|_| fault("it has characters that no domain name has"))?;
        if !(1..=253).contains(&name.len()) {
            return Err(fault("it must have 1 to 253 characters"));
        }
        if !name.contains('.') {
            return Err(fault("it must have at least two labels"));
        }
        if name.split('.').next_back().is_some_and(|top| top.bytes().all(|b| b.is_ascii_digit())) {
            return Err(fault("its last label may not be a number"));
        }
        if !name.split('.').all(is_label) {
            return Err(fault(
                "each label must be 1 to 63 letters, digits and hyphens, with no hyphen at an end",
            ));
        }
        Ok(Self(name.into_owned()))
    }
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

impl TryFrom<String> for DomainName {
    type Error = String;
    /// Reads it as it is kept: a wildcard too.
    fn try_from(text: String) -> Result<Self, String> {
        Self::of_site(&text)
    }
}

name!(DomainName, Type::Domain, DomainName::of_site);

/// A mail address; empty where none is set.
#[derive(
    Debug,
    Clone,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(try_from = "String")]
pub struct EmailAddress(String);

impl EmailAddress {
    /// What stands before the `@`; empty where no address is set.
    pub fn local(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(local, _)| local)
    }

    /// The domain; none where no address is set.
    pub fn domain(&self) -> Option<DomainName> {
        self.0.rsplit_once('@').map(|(_, domain)| DomainName(domain.to_owned()))
    }

    /// Whether none is set.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<&str> for EmailAddress {
    /// For defaults in a definition; what is no address becomes none.
    fn from(text: &str) -> Self {
        text.parse().unwrap_or_default()
    }
}

impl FromStr for EmailAddress {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let fault = || format!("“{}” is not a mail address", text::shown(text));
        if text.is_empty() {
            return Ok(Self::default());
        }
        let (local, domain) = text.rsplit_once('@').ok_or_else(fault)?;
        let atom = |c: char| c.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c);
        let fits = (1..=64).contains(&local.len())
            && local.chars().all(atom)
            && local.split('.').all(|part| !part.is_empty());
        let domain: DomainName = domain.parse().map_err(|_| fault())?;
        if fits { Ok(Self(format!("{local}@{domain}"))) } else { Err(fault()) }
    }
}

name!(EmailAddress, Type::Email);

/// The name of a package or a feature list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PackageName(String);

impl PackageName {
    /// The package that is always there.
    pub fn default_package() -> Self {
        Self("default".to_owned())
    }
}

impl FromStr for PackageName {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        text::check(text)?;
        let name = text.trim();
        let barred =
            |c: char| matches!(c, '/' | '\\' | '<' | '>' | '"' | '\'' | '&' | ';' | ':' | '=');
        if !(1..=128).contains(&name.len()) || name.starts_with(['.', '-']) || name.contains(barred)
        {
            return Err(format!(
                "“{}” is not a name: 1 to 128 characters, none of / \\ < > \" ' & ; : =, \
                 and the first neither a dot nor a hyphen",
                text::shown(text)
            ));
        }
        Ok(Self(name.to_owned()))
    }
}

impl From<&str> for PackageName {
    /// For defaults in a definition; what is no name becomes the default package.
    fn from(text: &str) -> Self {
        text.parse().unwrap_or_else(|_| Self::default_package())
    }
}

name!(PackageName, Type::Text);

/// The name of an API token: at most 50 letters, digits, dashes and underscores.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenName(String);

impl FromStr for TokenName {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let ordinary = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if (1..=50).contains(&text.len()) && text.chars().all(ordinary) {
            return Ok(Self(text.to_owned()));
        }
        Err(format!(
            "“{}” is not a token name: 1 to 50 letters, digits, dashes and underscores",
            text::shown(text)
        ))
    }
}

name!(TokenName, Type::Text);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn user_names_come_out_in_lower_case() {
        assert_eq!("AbCdEfGhIjKlMnOp".parse::<UserName>().unwrap().as_str(), "abcdefghijklmnop");
        for bad in ["", "1a", "a-b", "a b", "ü", "abcdefghijklmnopq", "../x", "a\0"] {
            assert!(bad.parse::<UserName>().is_err(), "{bad}");
        }
    }

    #[test]
    fn domain_names_come_out_in_ascii_without_the_final_dot() {
        assert_eq!(
            "Bücher.Example.".parse::<DomainName>().unwrap().as_str(),
            "xn--bcher-kva.example"
        );
        for bad in
            ["", "localhost", "-a.test", "a..test", "a.123", "a b.test", "a.test\n", "*.a.test"]
        {
            assert!(bad.parse::<DomainName>().is_err(), "{bad}");
        }
    }

    proptest::proptest! {
        #[test]
        fn the_short_way_to_a_domain_gives_what_the_long_one_gives(
            text in "(xn--|[a-zA-Z0-9ü_-]){1,8}(\\.[a-z0-9-]{0,5}){0,3}\\.?",
        ) {
            proptest::prop_assert_eq!(text.parse::<DomainName>(), DomainName::through_idna(&text));
        }
    }

    #[test]
    fn the_short_way_to_a_domain_refuses_what_the_long_one_refuses() {
        let long_label = format!("{}.test", "a".repeat(64));
        let long_name = format!("{}test", "abcdefg.".repeat(32));
        for text in ["a.test", "a--b.test", "1.test", "xn--a.test", &long_label, &long_name] {
            assert_eq!(text.parse::<DomainName>(), DomainName::through_idna(text), "{text}");
        }
        assert!(is_plain_domain("a-1.b2.test") && !is_plain_domain("A.test"));
    }

    #[test]
    fn a_domain_is_within_itself_and_its_parents() {
        let name = |text: &str| text.parse::<DomainName>().unwrap();
        assert!(name("a.b.test").is_within(&name("b.test")));
        assert!(name("b.test").is_within(&name("b.test")));
        assert!(!name("ab.test").is_within(&name("b.test")));
    }

    #[test]
    fn a_wildcard_is_made_and_kept_but_not_read_from_a_caller() {
        let wildcard = "a.test".parse::<DomainName>().unwrap().wildcard().unwrap();
        assert_eq!(wildcard.as_str(), "*.a.test");
        assert!(wildcard.is_wildcard() && wildcard.parent().unwrap().as_str() == "a.test");
        assert_eq!(DomainName::of_site("*.A.test."), Ok(wildcard.clone()));
        assert_eq!(DomainName::try_from("*.a.test".to_owned()), Ok(wildcard));
        for bad in ["*", "*.test", "*.*.a.test", "a.*.test", "*a.test"] {
            assert!(DomainName::of_site(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn mail_addresses_have_one_line_and_a_domain() {
        assert!("a@example.net".parse::<EmailAddress>().is_ok());
        for bad in ["a", "a@", "@b.test", "a b@c.test", "a@b.test\r\nBcc: x@y.test", "a..b@c.test"]
        {
            assert!(bad.parse::<EmailAddress>().is_err(), "{bad}");
        }
    }
}
