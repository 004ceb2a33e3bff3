//! The web pages: what a person sees and fills in. They call functions as every caller does; none
//! reads the store or the machine, but for two reads and the owner's own change of password, which
//! have functions of their own in `functions::domain`.

mod account;
mod assets;
mod desk;
mod frame;
mod links;
mod mailbox;
mod password;
mod prose;
mod read;
#[cfg(test)]
mod samples;
mod shell;
mod strength;
mod whm;

use std::sync::Arc;

use api::{Caller, Form, records::Service};
use askama::Template;
use http::Method;

use self::desk::{Desk, Wired};
use crate::{Server, http::Door};

pub use self::assets::asset;

/// A request for a page by somebody who is logged in by a session.
pub struct Visit<'a> {
    /// What everything reaches.
    pub server: &'a Arc<Server>,
    /// The listener.
    pub door: Door,
    /// Who it is.
    pub caller: &'a Caller,
    /// What every path begins with: `/cpsess…`.
    pub prefix: &'a str,
    /// GET or POST; a POST has passed the check of its origin.
    pub method: Method,
    /// The path after the prefix, decoded: `/accounts`.
    pub path: &'a str,
    /// Query and body.
    pub form: &'a Form,
}

/// What a page answers.
#[derive(Debug, PartialEq, Eq)]
pub enum Page {
    /// HTML with a status.
    Html(u16, String),
    /// Go there with a GET; a path that begins with the prefix.
    SeeOther(String),
}

/// The page of a visit. It blocks: run it on the pool.
pub fn visit(visit: &Visit<'_>) -> Page {
    let desk = Desk {
        caller: visit.caller,
        service: visit.door.service,
        prefix: visit.prefix,
        post: visit.method == Method::POST,
        path: visit.path,
        form: visit.form,
        address: address(visit),
        host: &visit.server.host,
        functions: &Wired(visit.server),
    };
    route(&desk)
}

/// The way to a page. Who must change the password reaches no other than that of the change.
fn route(desk: &Desk<'_>) -> Page {
    let segments = desk.segments();
    match (desk.post, segments.as_slice()) {
        (false, ["password"]) => password::show(desk),
        (true, ["password"]) => password::change(desk),
        (true, ["password", "strength"]) => strength::show(desk),
        _ if desk.caller.must_change => desk.go("/password"),
        (_, rest) => match desk.service {
            Service::Whm => whm::route(desk, rest),
            Service::Cpanel => account::route(desk, rest),
            Service::Webmail => mailbox::route(desk, rest),
        },
    }
}

/// The base of the URLs that the API shell shows.
fn address(visit: &Visit<'_>) -> String {
    let config = &visit.server.config;
    let (scheme, port) = if visit.door.secure {
        // The port that was bound, where the configuration leaves it open.
        ("https", visit.server.host.settings.service_ports.first().copied())
    } else {
        ("http", config.ports.whm_plain)
    };
    let host = config.hostname.as_deref().unwrap_or("localhost");
    port.map_or_else(|| format!("{scheme}://{host}"), |port| format!("{scheme}://{host}:{port}"))
}

/// Renders a page.
fn html(status: u16, template: &impl Template) -> Page {
    match template.render() {
        Ok(text) => Page::Html(status, text),
        Err(error) => {
            tracing::error!(%error, "a page could not be rendered");
            Page::Html(500, "<!doctype html><title>Error</title><h1>Error</h1>".to_owned())
        }
    }
}

#[derive(Template)]
#[template(path = "login.html")]
struct LoginPage<'a> {
    title: &'static str,
    area: &'static str,
    message: Option<&'a str>,
    user: &'a str,
    goto: &'a str,
}

/// The login page of a listener. `message` is what went wrong before, `goto` where to go after.
pub fn login(door: Door, message: Option<&str>, user: &str, goto: &str) -> Page {
    let area = frame::area(door.service);
    let status = if message.is_some() { 401 } else { 200 };
    html(status, &LoginPage { title: "Log in", area, message, user, goto })
}

#[derive(Template)]
#[template(path = "plain.html")]
struct PlainPage<'a> {
    title: &'a str,
    message: &'a str,
}

/// A page that says one thing: not found, too busy, logged out.
pub fn plain(status: u16, title: &str, message: &str) -> Page {
    html(status, &PlainPage { title, message })
}

#[cfg(test)]
mod tests;
