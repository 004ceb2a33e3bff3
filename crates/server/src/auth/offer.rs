//! What a request offers as proof of who sends it: read off its headers, not yet checked.

use api::{Secret, UserName};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use http::{
    HeaderMap,
    header::{AUTHORIZATION, COOKIE},
};

use super::cookie;
use crate::http::Door;

/// The longest token that is looked at, in bytes: the legacy access hash has some 900.
const LONGEST_TOKEN: usize = 4_096;

/// The proof.
pub(super) enum Offer {
    /// There is none.
    None,
    /// There is one that cannot be right.
    Unusable,
    /// A user and a password.
    Password(UserName, Secret),
    /// A user and a WHM token.
    WhmToken(UserName, Secret),
    /// A user and an account's token.
    CpanelToken(UserName, Secret),
    /// A session's id.
    Session(Secret),
}

impl Offer {
    /// Reads the headers. `Authorization` goes before a cookie, and is not made good by one.
    pub(super) fn of(headers: &HeaderMap, door: Door) -> Self {
        let mut lines = headers.get_all(AUTHORIZATION).iter();
        match (lines.next(), lines.next()) {
            (Some(line), None) => Self::of_authorization(line.as_bytes()),
            (Some(_), Some(_)) => Self::Unusable,
            (None, _) => Self::of_cookies(headers, door),
        }
    }

    fn of_authorization(line: &[u8]) -> Self {
        Self::read_authorization(line).unwrap_or(Self::Unusable)
    }

    fn read_authorization(line: &[u8]) -> Option<Self> {
        let (scheme, rest) = std::str::from_utf8(line).ok()?.trim().split_once(' ')?;
        let rest = rest.trim();
        match () {
            () if scheme.eq_ignore_ascii_case("basic") => {
                let plain = STANDARD.decode(rest).ok()?;
                let plain = Secret::new(String::from_utf8(plain).ok()?);
                let (user, password) = plain.reveal().split_once(':')?;
                Some(Self::Password(user.parse().ok()?, Secret::new(password.to_owned())))
            }
            () if scheme.eq_ignore_ascii_case("whm") => {
                let (user, token) = user_and_token(rest)?;
                Some(Self::WhmToken(user, token))
            }
            () if scheme.eq_ignore_ascii_case("cpanel") => {
                let (user, token) = user_and_token(rest)?;
                Some(Self::CpanelToken(user, token))
            }
            () => None,
        }
    }

    fn of_cookies(headers: &HeaderMap, door: Door) -> Self {
        let mut found = headers
            .get_all(COOKIE)
            .iter()
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| cookie::values(line, door));
        match (found.next(), found.next()) {
            (None, _) => Self::None,
            (Some(id), None) => cookie::decode(id).map_or(Self::Unusable, Self::Session),
            // Two of one name: one of them was put there by somebody else.
            (Some(_), Some(_)) => Self::Unusable,
        }
    }
}

/// Clients cut their tokens into lines.
fn user_and_token(text: &str) -> Option<(UserName, Secret)> {
    let (user, token) = text.split_once(':')?;
    let token: String = token.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let token = Secret::new(token);
    let fits = (1..=LONGEST_TOKEN).contains(&token.reveal().len())
        && token.reveal().bytes().all(|byte| byte.is_ascii_graphic());
    if fits { Some((user.trim().parse().ok()?, token)) } else { None }
}

#[cfg(test)]
mod tests {
    use api::records::Service;
    use http::HeaderValue;

    use super::*;

    const WHM: Door = Door { service: Service::Whm, secure: true };

    fn offer(lines: &[(&'static str, &[u8])]) -> String {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(*name, HeaderValue::from_bytes(value).unwrap());
        }
        match Offer::of(&headers, WHM) {
            Offer::None => "none".to_owned(),
            Offer::Unusable => "unusable".to_owned(),
            Offer::Password(user, password) => format!("password {user} {}", password.reveal()),
            Offer::WhmToken(user, token) => format!("whm {user} {}", token.reveal()),
            Offer::CpanelToken(user, token) => format!("cpanel {user} {}", token.reveal()),
            Offer::Session(id) => format!("session {}", id.reveal()),
        }
    }

    #[test]
    fn schemes_are_read_in_any_case() {
        assert_eq!(offer(&[("authorization", b"whm root:ABC")]), "whm root ABC");
        assert_eq!(offer(&[("authorization", b"WHM Root:AB C")]), "whm root ABC");
        assert_eq!(offer(&[("authorization", b"cPanel anna:ABC")]), "cpanel anna ABC");
        let basic = format!("Basic {}", STANDARD.encode("anna:a:b c"));
        assert_eq!(offer(&[("authorization", basic.as_bytes())]), "password anna a:b c");
    }

    #[test]
    fn what_cannot_be_right_is_unusable() {
        let nul = format!("basic {}", STANDARD.encode("an\0na:x"));
        let lines: [&[u8]; 8] = [
            b"Bearer x",
            b"whm root",
            b"whm :x",
            b"whm root:",
            b"Basic root:password",
            b"Basic",
            b"whm ro\xffot:x",
            nul.as_bytes(),
        ];
        for line in lines {
            assert_eq!(offer(&[("authorization", line)]), "unusable", "{line:?}");
        }
        let twice: [(&str, &[u8]); 2] =
            [("authorization", b"whm a:x"), ("authorization", b"whm b:x")];
        assert_eq!(offer(&twice), "unusable");
    }

    #[test]
    fn a_cookie_counts_where_there_is_no_authorization() {
        let cookie: (&str, &[u8]) = ("cookie", b"a=b; __Host-whostmgrsession=root%3aX%2cY");
        assert_eq!(offer(&[cookie]), "session root:X,Y");
        assert_eq!(offer(&[cookie, ("authorization", b"Bearer x")]), "unusable");
        assert_eq!(offer(&[cookie, cookie]), "unusable");
        assert_eq!(offer(&[("cookie", b"cpsession=root%3aX")]), "none");
        assert_eq!(offer(&[]), "none");
    }
}
