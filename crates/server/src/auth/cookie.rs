//! The cookie that holds a session's id: its name, which differs by service since browsers share
//! cookies among the ports of a host, and its form.

use api::{Secret, records::Service, values::text};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::http::Door;

const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

/// The cookie's name. A browser takes `__Host-` from the host itself and over TLS only.
fn name(door: Door) -> &'static str {
    match (door.service, door.secure) {
        (Service::Whm, true) => "__Host-whostmgrsession",
        (Service::Whm, false) => "whostmgrsession",
        (Service::Cpanel, true) => "__Host-cpsession",
        (Service::Cpanel, false) => "cpsession",
        (Service::Webmail, true) => "__Host-webmailsession",
        (Service::Webmail, false) => "webmailsession",
    }
}

/// The values of the session's cookie in a `Cookie` header.
pub(super) fn values(line: &str, door: Door) -> impl Iterator<Item = &str> {
    let pairs = line.split(';').filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(move |(key, _)| *key == name(door)).map(|(_, value)| value)
}

/// The id in a cookie's value.
pub(super) fn decode(value: &str) -> Option<Secret> {
    let id = percent_decode_str(value).decode_utf8().ok()?;
    let fits = id.len() <= 512 && !id.chars().any(text::is_control);
    fits.then(|| Secret::new(id.into_owned()))
}

/// The `Set-Cookie` header that gives a session's id to the browser.
pub(super) fn set(door: Door, id: &str) -> String {
    let value = utf8_percent_encode(id, PLAIN);
    format!("{}={value}; {}", name(door), attributes(door))
}

/// The `Set-Cookie` header that makes the browser forget it.
pub(super) fn forget(door: Door) -> String {
    format!("{}=; Max-Age=0; {}", name(door), attributes(door))
}

fn attributes(door: Door) -> &'static str {
    if door.secure {
        "Path=/; HttpOnly; SameSite=Lax; Secure"
    } else {
        "Path=/; HttpOnly; SameSite=Lax"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_comes_back_from_its_cookie() {
        let door = Door { service: Service::Cpanel, secure: true };
        let set = set(door, "anna:AB12,ef");
        assert_eq!(
            set,
            "__Host-cpsession=anna%3AAB12%2Cef; Path=/; HttpOnly; SameSite=Lax; Secure"
        );
        let value = values(&set, door).next().unwrap();
        assert_eq!(decode(value).unwrap().reveal(), "anna:AB12,ef");
    }

    #[test]
    fn control_bytes_are_no_id() {
        for value in ["a%0ab", "a%00", "%ff", "a%c2%85", &"x".repeat(513)] {
            assert!(decode(value).is_none(), "{value}");
        }
    }
}
