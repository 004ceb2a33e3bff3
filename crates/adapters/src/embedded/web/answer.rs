//! The answer to a request.

use std::sync::Arc;

use api::records::RedirectKind;
use hyper::{
    Method, Request, Response, StatusCode, Uri,
    body::Incoming,
    header::{ALLOW, CONTENT_TYPE, HOST, HeaderName, HeaderValue, LOCATION},
};
use tokio::task::spawn_blocking;

use super::{
    Sites, Speech,
    body::Body,
    find::{self, Found},
    pages::Page,
};
use crate::embedded::Machine;

/// Answers a request.
pub(super) async fn answer(sites: &Sites, request: &Request<Incoming>) -> Response<Body> {
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        let method = page(Page::Method);
        return with(method, ALLOW, "GET, HEAD");
    }
    let (host, uri) = (host(request), request.uri().clone());
    let (machine, speech) = (Arc::clone(&sites.machine), sites.speech.clone());
    let looked = spawn_blocking(move || look(&machine, &speech, &host, &uri)).await;
    match looked.map_err(api::Error::internal).flatten() {
        Ok((None, found)) => response(found),
        Ok((Some(domain), found)) => {
            response(found).map(|body| body.counted(domain, Arc::clone(&sites.meter)))
        }
        Err(problem) => {
            tracing::error!(%problem, cause = ?problem, "a site cannot be served");
            page(Page::Broken)
        }
    }
}

/// The site's domain and what is found there.
fn look(
    machine: &Machine,
    speech: &Speech,
    host: &str,
    uri: &Uri,
) -> api::Result<(Option<String>, Found)> {
    let Some((site, www)) = find::site(machine, host)? else {
        return Ok((None, Found::Page(Page::Unknown)));
    };
    if let Some(place) = speech.elsewhere(machine, &site.domain, host, uri)? {
        return Ok((Some(site.domain.to_string()), Found::Moved(place)));
    }
    let found = match find::redirect(&site, www, uri.path(), uri.query()) {
        Some(found) => found,
        None => find::file(machine, &site, uri.path())?,
    };
    Ok((Some(site.domain.to_string()), found))
}

/// The host asked for; empty where none is.
fn host(request: &Request<Incoming>) -> String {
    let header = || request.headers().get(HOST).and_then(|value| value.to_str().ok());
    request.uri().host().or_else(header).unwrap_or_default().to_owned()
}

fn response(found: Found) -> Response<Body> {
    match found {
        Found::File(file, length, name) => {
            let kind = mime_guess::from_path(name).first_or_octet_stream();
            with(Response::new(Body::file(file, length)), CONTENT_TYPE, kind.as_ref())
        }
        Found::Moved(place) | Found::Sent(place, RedirectKind::Permanent) => {
            sent(&place, StatusCode::MOVED_PERMANENTLY)
        }
        Found::Sent(place, RedirectKind::Temporary) => sent(&place, StatusCode::FOUND),
        Found::Page(found) => page(found),
    }
}

fn sent(place: &str, status: StatusCode) -> Response<Body> {
    let mut sent = with(Response::new(Body::text(String::new())), LOCATION, place);
    *sent.status_mut() = status;
    sent
}

fn page(page: Page) -> Response<Body> {
    let mut response = Response::new(Body::text(page.html()));
    *response.status_mut() = page.status();
    with(response, CONTENT_TYPE, "text/html; charset=utf-8")
}

fn with(response: Response<Body>, name: HeaderName, value: &str) -> Response<Body> {
    let mut response = response;
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
    response
}
