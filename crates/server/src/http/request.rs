//! A request's head, taken apart: who knocks, at which path, with which query.

use std::net::IpAddr;

use http::{HeaderMap, Method, header, request::Parts};
use percent_encoding::percent_decode_str;

use super::Door;
use crate::auth::Attempt;

/// The most digits of a `/cpsess…` segment.
const MOST_DIGITS: usize = 64;

/// The head of a request.
pub(super) struct Asked {
    /// How it asks.
    pub(super) method: Method,
    /// The path, decoded: begins with a slash, has no other empty segment and no `/cpsess…`.
    pub(super) path: String,
    /// The query, still encoded.
    pub(super) query: String,
    /// Who knocks.
    pub(super) knock: Knock,
}

/// What tells who sends a request.
pub(super) struct Knock {
    /// The listener that it came to.
    pub(super) door: Door,
    /// The other end.
    pub(super) source: IpAddr,
    /// Its headers.
    pub(super) headers: HeaderMap,
    /// The digits of the `/cpsess…` before its path.
    pub(super) path_token: Option<String>,
}

impl Asked {
    /// Takes a head apart; the error is what is wrong with it.
    pub(super) fn read(parts: Parts, door: Door, source: IpAddr) -> Result<Self, &'static str> {
        let (path, path_token) = split(parts.uri.path())?;
        // Some clients write `??` before the query.
        let query = parts.uri.query().unwrap_or_default().trim_start_matches('?').to_owned();
        let knock = Knock { door, source, headers: parts.headers, path_token };
        Ok(Self { method: parts.method, path, query, knock })
    }

    /// What every path of the session begins with: `/cpsess…`, or nothing.
    pub(super) fn prefix(&self) -> String {
        let digits = self.knock.path_token.as_deref();
        digits.map(|digits| format!("/cpsess{digits}")).unwrap_or_default()
    }

    /// Whether the request may change something by its method alone.
    pub(super) fn is_write(&self) -> bool {
        !matches!(self.method, Method::GET | Method::HEAD)
    }

    /// The one value of a header, where it is text.
    pub(super) fn header(&self, name: header::HeaderName) -> Option<&str> {
        self.knock.headers.get(name)?.to_str().ok()
    }

    /// Whether a browser wants a page.
    pub(super) fn wants_html(&self) -> bool {
        self.header(header::ACCEPT).is_some_and(|accept| accept.contains("text/html"))
    }
}

impl Knock {
    /// As authentication wants it.
    pub(super) fn attempt(&self) -> Attempt<'_> {
        Attempt {
            door: self.door,
            source: self.source,
            headers: &self.headers,
            path_token: self.path_token.as_deref(),
        }
    }

    /// Whether there is nothing that could be a credential.
    pub(super) fn is_bare(&self) -> bool {
        !self.headers.contains_key(header::AUTHORIZATION) && !self.has_cookie()
    }

    /// Whether there is a cookie, which may be a session's.
    pub(super) fn has_cookie(&self) -> bool {
        self.headers.contains_key(header::COOKIE)
    }
}

/// The decoded path without its `/cpsess…` segment, and the digits of that.
fn split(raw: &str) -> Result<(String, Option<String>), &'static str> {
    let decoded = percent_decode_str(raw).decode_utf8().map_err(|_| "the path is not UTF-8")?;
    if decoded.chars().any(char::is_control) {
        return Err("the path has a control character");
    }
    let mut segments = decoded.split('/').filter(|segment| !segment.is_empty()).peekable();
    let token = segments.next_if(|segment| token_of(segment).is_some()).and_then(token_of);
    let mut path = String::with_capacity(decoded.len());
    for segment in segments {
        path.push('/');
        path.push_str(segment);
    }
    if path.is_empty() {
        path.push('/');
    }
    Ok((path, token.map(str::to_owned)))
}

/// The digits of a `/cpsess…` segment.
fn token_of(segment: &str) -> Option<&str> {
    let digits = segment.strip_prefix("cpsess")?;
    let fits = (1..=MOST_DIGITS).contains(&digits.len());
    (fits && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

#[cfg(test)]
pub(super) mod tests {
    use api::records::Service;
    use http::Request;
    use proptest::prelude::*;

    use super::*;

    /// The head of a request to WHM over TLS.
    pub(in crate::http) fn asked(method: &str, uri: &str, headers: &[(&str, &str)]) -> Asked {
        let mut request = Request::builder().method(method).uri(uri);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (parts, ()) = request.body(()).unwrap().into_parts();
        let door = Door { service: Service::Whm, secure: true };
        Asked::read(parts, door, IpAddr::from([127, 0, 0, 1])).unwrap()
    }

    #[test]
    fn odd_but_real_paths_are_understood() {
        for (uri, path, token, query) in [
            ("/json-api/version", "/json-api/version", None, ""),
            ("/cpsess123/json-api/version/?a=1", "/json-api/version", Some("123"), "a=1"),
            ("/json-api/cpanel/??a=1?b", "/json-api/cpanel", None, "a=1?b"),
            ("//json-api//version//", "/json-api/version", None, ""),
            ("/json-api/", "/json-api", None, ""),
            ("/cpsess9", "/", Some("9"), ""),
            ("/", "/", None, ""),
            ("/cpsess/x", "/cpsess/x", None, ""),
            ("/cpsess12a/x", "/cpsess12a/x", None, ""),
            ("/a/cpsess12/x", "/a/cpsess12/x", None, ""),
            ("/%6Ason-api/vers%69on", "/json-api/version", None, ""),
        ] {
            let asked = asked("GET", uri, &[]);
            assert_eq!(asked.path, path, "{uri}");
            assert_eq!(asked.knock.path_token.as_deref(), token, "{uri}");
            assert_eq!(asked.query, query, "{uri}");
        }
    }

    #[test]
    fn paths_that_hide_something_are_refused() {
        for raw in ["/%ff", "/a%00", "/a%0d%0ab", "/%c2%85"] {
            assert!(split(raw).is_err(), "{raw}");
        }
    }

    proptest! {
        #[test]
        fn a_path_is_clean_whatever_comes(raw in "\\PC{0,40}") {
            if let Ok((path, token)) = split(&raw) {
                prop_assert!(path.starts_with('/') && !path.contains("//"));
                prop_assert!(path == "/" || !path.ends_with('/'));
                prop_assert!(token.is_none_or(|token| token.parse::<u128>().is_ok() || token.len() > 38));
            }
        }
    }
}
