//! Pages and the files that they refer to.

use std::sync::Arc;

use api::Effect;
use bytes::Bytes;
use http::{HeaderValue, Method, StatusCode, header};
use http_body::Body;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{
    Answer, Front,
    body::Reader,
    form, origin,
    refuse::{self, Fault},
    request::Asked,
    who,
};
use crate::{
    auth::Refusal,
    call::Party,
    pages::{self, Page, Visit},
};

/// Bytes of a decoded path that must be encoded again.
const IN_PATH: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// How long a browser may keep a file.
const KEPT: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// A file that pages refer to.
pub(super) fn asset(name: &str) -> Answer {
    let Some((kind, bytes)) = pages::asset(name) else {
        return refuse::plain(StatusCode::NOT_FOUND, "There is no such file.");
    };
    let mut answer = refuse::with(StatusCode::OK, kind, bytes);
    answer.headers_mut().insert(header::CACHE_CONTROL, KEPT);
    answer
}

/// A page, for who is logged in; the login for everybody else.
pub(super) async fn answer<B>(front: &Front, asked: Arc<Asked>, body: B) -> Answer
where
    B: Body<Data = Bytes> + Unpin,
{
    if !asked.knock.has_cookie() {
        return login(&asked, None);
    }
    match visit(front, &asked, body).await {
        Ok(answer) => answer,
        Err(Fault::Refused(Refusal::Missing)) => login(&asked, None),
        Err(Fault::Refused(Refusal::Denied)) => {
            login(&asked, Some("Your session is over; log in again."))
        }
        Err(fault @ Fault::Refused(Refusal::TokenDenied)) => login(&asked, Some(fault.message())),
        Err(fault) => fault.on_page(),
    }
}

async fn visit<B>(front: &Front, asked: &Arc<Asked>, body: B) -> Result<Answer, Fault>
where
    B: Body<Data = Bytes> + Unpin,
{
    let reader = Reader::new(&asked.knock.headers, body)?;
    let caller = who::identify(front, asked).await?;
    if !who::is_session(&caller) {
        return Err(Refusal::Missing.into());
    }
    if !origin::is_own(asked, false) {
        return Err(Fault::Foreign);
    }
    let body = reader.read_all().await?;
    let kind = asked.header(header::CONTENT_TYPE);
    let form = match form::read(&asked.query, kind, &body) {
        Ok(form) => form,
        Err(fault) => {
            let shown = pages::plain(400, "Bad request", &fault.to_string());
            return Ok(refuse::page(StatusCode::BAD_REQUEST, shown));
        }
    };
    let effect = if asked.is_write() { Effect::Changes } else { Effect::Reads };
    let (user, party) = (who::User(caller.user.clone()), Party::of(&caller, effect));
    let (server, door, asked) = (Arc::clone(&front.server), front.door, Arc::clone(asked));
    let work = move || {
        pages::visit(&Visit {
            server: &server,
            door,
            caller: &caller,
            prefix: &asked.prefix(),
            // A HEAD is a GET whose body is left out.
            method: if asked.is_write() { asked.method.clone() } else { Method::GET },
            path: &asked.path,
            form: &form,
        })
    };
    let shown = front.server.pool.call(party, work).await.map_err(|_| Refusal::Busy)?;
    let mut answer = refuse::page(status_of(&shown), shown);
    answer.extensions_mut().insert(user);
    Ok(answer)
}

fn status_of(page: &Page) -> StatusCode {
    match page {
        Page::Html(status, _) => {
            StatusCode::from_u16(*status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
        }
        Page::SeeOther(_) => StatusCode::SEE_OTHER,
    }
}

/// The login page, which leads back to what was asked for.
fn login(asked: &Asked, message: Option<&str>) -> Answer {
    let goto = if asked.is_write() { String::new() } else { address(asked) };
    let shown = pages::login(asked.knock.door, message, "", &goto);
    refuse::page(StatusCode::UNAUTHORIZED, shown)
}

/// Path and query as they can be asked for again.
fn address(asked: &Asked) -> String {
    let path = utf8_percent_encode(&asked.path, IN_PATH);
    if asked.query.is_empty() { path.to_string() } else { format!("{path}?{}", asked.query) }
}

#[cfg(test)]
mod tests {
    use super::{super::request::tests::asked, *};

    #[test]
    fn the_login_leads_back_without_the_old_prefix() {
        let address = |uri| address(&asked("GET", uri, &[]));
        assert_eq!(address("/cpsess12/accounts/?user=a%20b"), "/accounts?user=a%20b");
        assert_eq!(address("/a%3fb%23c"), "/a%3Fb%23c");
        assert_eq!(address("/"), "/");
    }
}
