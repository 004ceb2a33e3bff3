//! The URL that opens a session, and what of it a caller may choose.

use std::net::IpAddr;

use api::{Cx, DomainName, Param, Result, Type, records::Service, values::text};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::Params;
use crate::domain::sessions::NewSession;

/// The known pages, one a line; a name that ends in `*` stands for all that begin so.
const APPS: &str = include_str!("../apps.txt");

/// What is written as `%XX` in a query.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The digits of a path token that the caller chose.
#[derive(Debug, Clone)]
pub struct PathToken(pub(super) String);

/// A name or an address of the server, as it stands in a URL.
#[derive(Debug, Clone)]
pub struct HostName(String);

/// The name of a language.
#[derive(Debug, Clone)]
pub struct Locale(String);

/// Text in base64.
#[derive(Debug, Clone)]
pub struct Prompt(String);

impl Param for PathToken {
    const TYPE: Type = Type::Text;

    fn read(texts: &[&str]) -> Result<Self, String> {
        let text = api::form::one(texts)?;
        let digits =
            text.strip_prefix('/').unwrap_or(text).strip_prefix("cpsess").unwrap_or_default();
        if (10..=40).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(Self(digits.to_owned()));
        }
        Err("is not the word cpsess with 10 to 40 digits behind it".to_owned())
    }
}

impl Param for HostName {
    const TYPE: Type = Type::Domain;

    fn read(texts: &[&str]) -> Result<Self, String> {
        let text = api::form::one(texts)?;
        match text.parse::<IpAddr>() {
            Ok(IpAddr::V6(ip)) => Ok(Self(format!("[{ip}]"))),
            Ok(ip) => Ok(Self(ip.to_string())),
            Err(_) if text == "localhost" => Ok(Self(text.to_owned())),
            Err(_) => text.parse::<DomainName>().map(|name| Self(name.to_string())),
        }
    }
}

impl Param for Locale {
    const TYPE: Type = Type::Text;

    fn read(texts: &[&str]) -> Result<Self, String> {
        let text = api::form::one(texts)?;
        let ordinary = |byte: u8| byte.is_ascii_alphanumeric() || b"_-".contains(&byte);
        if text.len() <= 32 && text.bytes().all(ordinary) {
            return Ok(Self(text.to_owned()));
        }
        Err(format!("“{}” is not the name of a language", text::shown(text)))
    }
}

impl Param for Prompt {
    const TYPE: Type = Type::Text;

    fn read(texts: &[&str]) -> Result<Self, String> {
        let text = api::form::one(texts)?;
        let decoded = BASE64_STANDARD.decode(text).map_err(|_| "is not base64".to_owned())?;
        let decoded =
            String::from_utf8(decoded).map_err(|_| "is not UTF-8 in base64".to_owned())?;
        if decoded.chars().count() > 5000 {
            return Err("has more than 5000 characters".to_owned());
        }
        Ok(Self(text.to_owned()))
    }
}

/// The URL of a session that was just made.
pub(super) fn of(cx: &Cx<'_>, params: &Params, session: &NewSession) -> Result<String> {
    let host = match &params.preferred_domain {
        Some(HostName(host)) => host.clone(),
        None => cx.host.system.hostname()?,
    };
    let [whm, cpanel, webmail] = cx.host.settings.service_ports;
    let port = match params.service {
        Service::Whm => whm,
        Service::Cpanel => cpanel,
        Service::Webmail => webmail,
    };
    let NewSession { id, path_token, .. } = session;
    let mut url =
        format!("https://{host}:{port}/cpsess{path_token}/login/?session={}", encoded(id));
    let mut add = |name: &str, value: &str| {
        if !value.is_empty() {
            url.extend(["&", name, "=", &encoded(value)]);
        }
    };
    if is_known(&params.app) {
        add("goto_uri", &format!("/?goto_app={}", params.app));
    }
    add("locale", params.locale.as_ref().map_or("", |locale| &locale.0));
    add("promptToken", params.prompt_token.as_ref().map_or("", |prompt| &prompt.0));
    Ok(url)
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}

/// Whether there is a page of that name. What a family's name ends in is letters, digits, dashes
/// and underscores.
fn is_known(app: &str) -> bool {
    let ordinary = |byte: u8| byte.is_ascii_alphanumeric() || b"_-".contains(&byte);
    app.bytes().all(ordinary)
        && APPS.lines().any(|known| match known.strip_suffix('*') {
            Some(family) => app.strip_prefix(family).is_some_and(|rest| !rest.is_empty()),
            None => app == known,
        })
}
