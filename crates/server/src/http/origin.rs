//! Where a browser's request comes from. A session is used by a browser, which other sites can make
//! ask things; what changes something must come from the server's own pages. Callers with
//! credentials in a header are no browsers and are not asked.

use http::header;

use super::request::Asked;

/// Whether a request with a session may go on. `is_call` is whether it calls a function by its
/// path, which may change something by a GET too.
pub(super) fn is_own(asked: &Asked, is_call: bool) -> bool {
    let site = asked.knock.headers.get("sec-fetch-site").map(header::HeaderValue::as_bytes);
    if !asked.is_write() {
        return !(is_call && site == Some(b"cross-site"));
    }
    let mut origins = asked.knock.headers.get_all(header::ORIGIN).iter();
    matches!(site, None | Some(b"same-origin" | b"none"))
        && origins.all(|origin| origin.to_str().is_ok_and(|origin| names_host(asked, origin)))
}

/// Whether an origin is the host that the request was sent to.
fn names_host(asked: &Asked, origin: &str) -> bool {
    let Some((scheme, authority)) = origin.split_once("://") else { return false };
    let port = match scheme {
        "https" => ":443",
        // A plain listener may stand behind one that speaks TLS, not the other way round.
        "http" if !asked.knock.door.secure => ":80",
        _ => return false,
    };
    let bare =
        |authority: &str| authority.strip_suffix(port).unwrap_or(authority).to_ascii_lowercase();
    asked.header(header::HOST).is_some_and(|host| bare(host) == bare(authority))
}

#[cfg(test)]
mod tests {
    use super::{super::request::tests::asked, *};

    const HOST: (&str, &str) = ("host", "panel.test:2087");

    fn post(headers: &[(&str, &str)]) -> bool {
        is_own(&asked("POST", "/x", &[&[HOST], headers].concat()), false)
    }

    #[test]
    fn what_changes_something_comes_from_the_own_host() {
        assert!(post(&[]));
        assert!(post(&[("sec-fetch-site", "same-origin"), ("origin", "https://Panel.test:2087")]));
        assert!(post(&[("sec-fetch-site", "none")]));
        for site in ["cross-site", "same-site", "odd"] {
            assert!(!post(&[("sec-fetch-site", site)]), "{site}");
        }
        for origin in [
            "null",
            "https://evil.test",
            "https://panel.test",
            "https://panel.test:2083",
            "http://panel.test:2087",
            "https://panel.test:2087.evil.test",
            "",
        ] {
            assert!(!post(&[("origin", origin)]), "{origin}");
            assert!(
                !post(&[("origin", "https://panel.test:2087"), ("origin", origin)]),
                "{origin}"
            );
        }
        assert!(!is_own(&asked("POST", "/x", &[("origin", "https://panel.test")]), false));
    }

    #[test]
    fn the_usual_port_need_not_be_written() {
        let headers = [("host", "panel.test"), ("origin", "https://panel.test:443")];
        assert!(is_own(&asked("POST", "/x", &headers), false));
    }

    #[test]
    fn another_site_may_link_to_a_page_but_not_to_a_function() {
        let get = asked("GET", "/x", &[HOST, ("sec-fetch-site", "cross-site")]);
        assert!(is_own(&get, false));
        assert!(!is_own(&get, true));
        assert!(is_own(&asked("GET", "/x", &[HOST, ("sec-fetch-site", "same-origin")]), true));
        assert!(is_own(&asked("GET", "/x", &[HOST]), true));
    }
}
