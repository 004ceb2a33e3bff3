//! Headers of a request, one a line as `NAME: VALUE`, before which a line has the digits of
//! `/cpsess…`. Nobody is let in whose password, token or session is not in there.

use std::{
    net::IpAddr,
    sync::{Arc, LazyLock},
};

use adapters::embedded::ManualClock;
use api::records::Service;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use http::{HeaderMap, HeaderName, HeaderValue};
use server::{
    Server,
    auth::{self, Attempt},
    call,
    http::Door,
};

use super::world;

/// The server, its clock and the token of `anna`'s reseller.
static WORLD: LazyLock<(Arc<Server>, Arc<ManualClock>, String)> = LazyLock::new(|| {
    let (server, clock) = world::with_clock();
    let form = world::form(&[("token_name", "fuzz")]);
    let made = call::call(&server, &world::caller(&server, "bob"), "api_token_create", &form);
    let made = world::json(made, &form);
    let token = made["data"]["token"].as_str().expect("a token").to_owned();
    (server, clock, token)
});

/// After so long failed logins are forgotten, in seconds.
const A_DAY: i64 = 86_400;

/// Checks one input.
pub fn check(input: &[u8]) {
    let (server, clock, token) = &*WORLD;
    // What earlier inputs guessed must hold nobody who is right in this one.
    clock.advance(A_DAY);
    let mut lines = input.split(|byte| *byte == b'\n');
    let digits = String::from_utf8_lossy(lines.next().unwrap_or_default()).into_owned();
    let mut headers = HeaderMap::new();
    for line in lines.take(20) {
        // The token is another one in each run, so inputs write `%` for it.
        let line = String::from_utf8_lossy(line).replace('%', token);
        let Some((name, value)) = line.split_once(": ") else { continue };
        let Ok(name) = HeaderName::from_bytes(name.as_bytes()) else { continue };
        let Ok(value) = HeaderValue::from_str(value) else { continue };
        headers.append(name, value);
    }
    for service in [Service::Whm, Service::Cpanel, Service::Webmail] {
        for secure in [true, false] {
            let attempt = Attempt {
                door: Door { service, secure },
                source: IpAddr::from([192, 0, 2, input.len().to_le_bytes()[0]]),
                headers: &headers,
                path_token: (!digits.is_empty()).then_some(digits.as_str()),
            };
            let _ = auth::is_slow(server, &attempt);
            if let Ok(caller) = auth::identify(server, &attempt) {
                let user = caller.user.as_str();
                assert!(proves(&headers, user, token), "{user} is let in by {headers:?}");
                assert!(service != Service::Webmail, "there are no mailboxes");
            }
        }
    }
}

/// Whether the only line of its kind proves that user: with the password, or with `bob`'s token.
fn proves(headers: &HeaderMap, user: &str, token: &str) -> bool {
    let mut lines = headers.get_all(http::header::AUTHORIZATION).iter();
    let (Some(line), None) = (lines.next(), lines.next()) else { return false };
    let line = String::from_utf8_lossy(line.as_bytes());
    let Some((_, offered)) = line.trim().split_once(' ') else { return false };
    let plain = STANDARD.decode(offered.trim()).unwrap_or_default();
    let plain = String::from_utf8_lossy(&plain).into_owned();
    let squeezed: String = offered.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let is_pair = |pair: &str, secret: &str| {
        pair.split_once(':')
            .is_some_and(|(name, given)| name.trim().eq_ignore_ascii_case(user) && given == secret)
    };
    is_pair(&plain, world::PASSWORD) || (user == "bob" && is_pair(&squeezed, token))
}
