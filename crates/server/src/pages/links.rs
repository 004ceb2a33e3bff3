//! Paths and queries of links.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stays as it is in a name or value: letters, digits and these.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A text as it stands in a segment of a path or in a query.
pub(crate) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}

/// Pairs as a query, those with an empty value left out.
pub(crate) fn query<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let pairs = pairs.into_iter().filter(|(_, value)| !value.is_empty());
    joined(pairs)
}

/// All pairs as a query.
pub(crate) fn joined<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let pairs =
        pairs.into_iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
    pairs.collect::<Vec<_>>().join("&")
}

/// The path of an account's page. An account may be called `new`, as the page that makes one is;
/// names are read in any case, so that one is written in capitals.
pub(crate) fn account(user: &str) -> String {
    let name = if user == "new" { "NEW" } else { user };
    format!("/accounts/{}", encoded(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_in_a_url_is_encoded() {
        assert_eq!(
            query([("q", "a&b=c #é"), ("sort", ""), ("page", "2")]),
            "q=a%26b%3Dc%20%23%C3%A9&page=2"
        );
        assert_eq!(account("../x"), "/accounts/..%2Fx");
        assert_eq!(account("new"), "/accounts/NEW");
    }
}
