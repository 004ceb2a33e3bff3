//! The headers of every answer, and which answers are compressed.

use http::{Extensions, HeaderMap, HeaderValue, StatusCode, Version, header};
use tower_http::compression::{Predicate, predicate::SizeAbove};

use super::{Answer, Door};

/// Answers below this many bytes are sent as they are.
const SMALL: u16 = 1024;

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
                      connect-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";

/// Dresses an answer. How long it may be kept is left as it is where it is said.
pub(super) fn dress(answer: &mut Answer, door: Door, is_call: bool) {
    let headers = answer.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // With `no-referrer` browsers hide the origin of the pages' own forms too.
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::SERVER, "innkeeper"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if door.secure {
        let year = HeaderValue::from_static("max-age=31536000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    let kept = if is_call { "no-cache, no-store" } else { "no-store" };
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static(kept));
}

/// Which answers are compressed for those who accept it.
pub(super) fn is_compressed() -> impl Predicate + Send {
    SizeAbove::new(SMALL).and(is_compressible)
}

/// Pages show what was typed beside secrets such as the session's path; how well they compress
/// would tell the one by the other.
fn is_compressible(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| !kind.starts_with("text/html") && !kind.starts_with("image/"))
}

#[cfg(test)]
mod tests {
    use api::records::Service;
    use axum::body::Body;

    use super::*;

    fn dressed(secure: bool, is_call: bool, kept: Option<&'static str>) -> HeaderMap {
        let mut answer = Answer::new(Body::empty());
        if let Some(kept) = kept {
            answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
        }
        dress(&mut answer, Door { service: Service::Whm, secure }, is_call);
        answer.headers().clone()
    }

    #[test]
    fn only_secure_listeners_ask_for_tls_for_good() {
        assert!(dressed(true, false, None).contains_key("strict-transport-security"));
        assert!(!dressed(false, false, None).contains_key("strict-transport-security"));
    }

    #[test]
    fn nothing_is_kept_unless_it_says_so() {
        assert_eq!(dressed(true, true, None)["cache-control"], "no-cache, no-store");
        assert_eq!(dressed(true, false, None)["cache-control"], "no-store");
        assert_eq!(dressed(true, false, Some("max-age=1"))["cache-control"], "max-age=1");
    }

    #[test]
    fn the_policy_allows_nothing_inline_and_no_frame() {
        let headers = dressed(false, false, None);
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"));
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("  "));
        assert_eq!(headers["x-content-type-options"], "nosniff");
        assert_eq!(headers["referrer-policy"], "same-origin");
        assert_eq!(headers["x-frame-options"], "DENY");
    }

    #[test]
    fn long_data_is_compressed_and_pages_are_not() {
        let is_compressed = |kind: &str, length: usize| {
            let answer = http::Response::builder().header(header::CONTENT_TYPE, kind);
            is_compressed().should_compress(&answer.body(Body::from(vec![0; length])).unwrap())
        };
        assert!(is_compressed("application/json", 4096));
        assert!(is_compressed("text/css", 4096));
        assert!(!is_compressed("application/json", 100));
        assert!(!is_compressed("text/html; charset=utf-8", 4096));
        assert!(!is_compressed("image/png", 4096));
    }
}
