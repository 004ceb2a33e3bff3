//! What a statement may hold besides its own words, each quoted by its type: nothing else is put into
//! one. Sessions have backslashes mean themselves, so that doubling a quote is all that quoting is.

use std::{
    fmt,
    net::{IpAddr, Ipv4Addr},
};

use api::AccessHost;

/// A name of a database, a table or a routine.
pub(super) struct Name<'a>(pub(super) &'a str);

/// A text.
pub(super) struct Text<'a>(pub(super) &'a str);

/// A database as grants name it: `_` and `%` would stand for other letters, but for the backslash
/// before them.
pub(super) struct Pattern<'a>(pub(super) &'a str);

/// A user from a host.
pub(super) struct Login<'a>(pub(super) &'a str, pub(super) &'a str);

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.0.replace('`', "``"))
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "'{}'", self.0.replace('\'', "''"))
    }
}

impl Pattern<'_> {
    /// It as the server's tables have it.
    pub(super) fn text(&self) -> String {
        self.0.replace('\\', "\\\\").replace('_', "\\_").replace('%', "\\%")
    }
}

impl fmt::Display for Pattern<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Name(&self.text()).fmt(f)
    }
}

impl fmt::Display for Login<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", Text(self.0), Text(self.1))
    }
}

/// A host as the server writes it: a range by its mask, and `_` with a backslash, for it would stand
/// for any letter.
pub(super) fn host(host: &AccessHost) -> String {
    let text = host.as_str();
    if let Some((network, mask)) = text.split_once('/') {
        let length = mask.parse::<u32>().ok().and_then(|length| 32_u32.checked_sub(length));
        let bits = length.map(|free| u32::MAX.checked_shl(free).unwrap_or_default());
        return bits
            .map_or_else(|| text.to_owned(), |bits| format!("{network}/{}", Ipv4Addr::from(bits)));
    }
    match text.parse::<IpAddr>() {
        Ok(address) => address.to_string(),
        Err(_) => text.replace('_', "\\_"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_its_quotes() {
        assert_eq!(Name("a`b").to_string(), "`a``b`");
        assert_eq!(Text("a'b\\").to_string(), "'a''b\\'");
        assert_eq!(Pattern("a_b%c`\\d").to_string(), "`a\\_b\\%c``\\\\d`");
        assert_eq!(Login("o'brien", "%").to_string(), "'o''brien'@'%'");
    }

    #[test]
    fn hosts_are_written_as_the_server_compares_them() {
        for (given, written) in [
            ("192.0.2.0/24", "192.0.2.0/255.255.255.0"),
            ("0.0.0.0/0", "0.0.0.0/0.0.0.0"),
            ("192.0.2.7/32", "192.0.2.7/255.255.255.255"),
            ("192.0.2.0/255.255.255.0", "192.0.2.0/255.255.255.0"),
            ("2001:DB8:0::1", "2001:db8::1"),
            ("%.a_b.test", "%.a\\_b.test"),
            ("%", "%"),
        ] {
            assert_eq!(host(&given.parse().unwrap()), written);
        }
    }
}
