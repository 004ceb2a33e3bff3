//! Headers of a request, one a line as `NAME: VALUE`, before which a line has the digits of
//! `/cpsess…`. Nobody is let in whose password, token or session is not in there.

use std::{
    net::IpAddr,
    sync::{Arc, LazyLock},
};

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

/// The server and `anna`'s reseller's token.
static WORLD: LazyLock<(Arc<Server>, String)> = LazyLock::new(|| {
    let server = world::world();
    let form = world::form(&[("token_name", "fuzz")]);
    let made = call::call(&server, &world::caller(&server, "bob"), "api_token_create", &form);
    let made = world::json(made, &form);
    let token = made["data"]["token"].as_str().expect("a token").to_owned();
    (server, token)
});

/// Checks one input.
pub fn check(input: &[u8]) {
    let (server, token) = &*WORLD;
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
                assert!(shows(&headers, token), "{} is let in by {headers:?}", caller.user);
                assert!(service != Service::Webmail, "there are no mailboxes");
            }
        }
    }
}

/// Whether the headers have the password or the token, as a client would write it.
fn shows(headers: &HeaderMap, token: &str) -> bool {
    headers.get_all(http::header::AUTHORIZATION).iter().any(|line| {
        let line = line.to_str().unwrap_or_default();
        let squeezed: String = line.chars().filter(|c| !c.is_ascii_whitespace()).collect();
        let last = line.rsplit(' ').next().unwrap_or_default();
        let plain = STANDARD.decode(last).unwrap_or_default();
        squeezed.contains(token) || String::from_utf8_lossy(&plain).contains(world::PASSWORD)
    })
}
