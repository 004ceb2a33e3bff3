//! Logging in and out: by password, by a one-time URL, from a script or a browser.

use std::{net::IpAddr, sync::Arc};

use api::{Effect, Form, Secret};
use bytes::Bytes;
use http::{HeaderValue, Method, StatusCode, header};
use http_body::Body;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::json;

use super::{
    Answer, Front,
    body::{BodyFault, Reader},
    form, origin,
    refuse::{self, Fault},
    request::Asked,
    who,
};
use crate::{
    auth::{self, NewSession, Refusal},
    call::Party,
    pages,
};

/// Where one goes who names no place.
const HOME: &str = "/";

/// The longest path to go to after the login.
const LONGEST_GOTO: usize = 4096;

/// The same for a wrong user, a wrong password and a locked one.
const INVALID: &str = "The login is invalid.";

/// What a dead one-time URL leads to.
const DEAD_LINK: &str =
    "This link was used already, or its time is over. Log in, or ask for another.";

/// Bytes of a path that may not stand in a header.
const UNSAFE: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>');

/// Who logs in, and how they want to hear of it.
struct Login {
    form: Form,
    goto: String,
    /// A script wants JSON, and no page.
    only: bool,
}

/// Answers `/login`.
pub(super) async fn log_in<B>(front: &Front, asked: &Asked, body: B) -> Answer
where
    B: Body<Data = Bytes> + Unpin,
{
    let login = match Login::read(asked, body).await {
        Ok(login) => login,
        Err(answer) => return answer,
    };
    let token = asked.knock.path_token.clone();
    match (login.form.last("session").map(str::to_owned), token) {
        // Whoever only looks at a one-time URL must not use it up.
        (Some(session), Some(token)) if asked.method != Method::HEAD => {
            login.redeem(front, asked.knock.source, session, token).await
        }
        _ if asked.is_write() => login.check(front, asked).await,
        _ => login.page(front, StatusCode::OK, None),
    }
}

impl Login {
    async fn read<B>(asked: &Asked, body: B) -> Result<Self, Answer>
    where
        B: Body<Data = Bytes> + Unpin,
    {
        let body = read_small(asked, body).await.map_err(|fault| Fault::from(fault).on_page())?;
        let form = form::read(&asked.query, asked.header(header::CONTENT_TYPE), &body)
            .map_err(|fault| refuse::plain(StatusCode::BAD_REQUEST, &fault.to_string()))?;
        let goto = form.last("goto_uri").and_then(local).unwrap_or(HOME).to_owned();
        let only = form.last("login_only").is_some_and(|flag| flag == "1");
        Ok(Self { form, goto, only })
    }

    /// Logs in by user and password.
    async fn check(mut self, front: &Front, asked: &Asked) -> Answer {
        let last = |texts: Option<Vec<String>>| texts.unwrap_or_default().pop().unwrap_or_default();
        let password = Secret::new(last(self.form.remove("pass")));
        let user = self.form.last("user").unwrap_or_default().to_owned();
        let (server, source) = (Arc::clone(&front.server), asked.knock.source);
        let door = front.door;
        let work = move || auth::log_in(&server, door, source, &user, &password);
        let opened = front.server.pool.login(source, work).await.unwrap_or(Err(Refusal::Busy));
        match opened {
            Ok(session) if self.only => self.told(&session),
            Ok(session) => self.sent(&session, StatusCode::MOVED_PERMANENTLY),
            Err(refusal) => self.failed(front, refusal, INVALID),
        }
    }

    /// Logs in by a one-time URL.
    async fn redeem(self, front: &Front, source: IpAddr, session: String, token: String) -> Answer {
        let (server, door) = (Arc::clone(&front.server), front.door);
        let work = move || auth::redeem(&server, door, &session, &token);
        let opened = front.server.pool.door(source, work).await.unwrap_or(Err(Refusal::Busy));
        match opened {
            Ok(session) => self.sent(&session, StatusCode::FOUND),
            Err(refusal) => self.failed(front, refusal, DEAD_LINK),
        }
    }

    /// A browser is sent to where it wanted to go.
    fn sent(&self, session: &NewSession, status: StatusCode) -> Answer {
        self.opened(session, refuse::with(status, "text/plain; charset=\"utf-8\"", ""))
    }

    /// A script is told where it may go.
    fn told(&self, session: &NewSession) -> Answer {
        let said = json!({
            "status": 1,
            "security_token": session.prefix,
            "redirect": self.location(session),
        });
        self.opened(session, as_json(StatusCode::OK, &said))
    }

    fn opened(&self, session: &NewSession, mut answer: Answer) -> Answer {
        let location = HeaderValue::try_from(self.location(session));
        let cookie = HeaderValue::try_from(session.cookie.as_str());
        let (Ok(location), Ok(cookie)) = (location, cookie) else {
            return Fault::Lost.on_page();
        };
        answer.headers_mut().insert(header::LOCATION, location);
        answer.headers_mut().insert(header::SET_COOKIE, cookie);
        answer.extensions_mut().insert(who::User(session.user.clone()));
        answer
    }

    /// A path, never a whole URL: clients take it apart.
    fn location(&self, session: &NewSession) -> String {
        format!("{}{}", session.prefix, utf8_percent_encode(&self.goto, UNSAFE))
    }

    /// Nobody is let in: too many try at once, or `message` says why.
    fn failed(&self, front: &Front, refusal: Refusal, message: &str) -> Answer {
        let fault = Fault::from(refusal);
        let (status, message) = match refusal {
            Refusal::Busy | Refusal::Away => (fault.status(), fault.message()),
            _ => (StatusCode::UNAUTHORIZED, message),
        };
        let answer = if self.only {
            as_json(status, &json!({"status": 0, "message": message}))
        } else {
            self.page(front, status, Some(message))
        };
        fault.close_or_retry(answer)
    }

    fn page(&self, front: &Front, status: StatusCode, message: Option<&str>) -> Answer {
        let user = self.form.last("user").unwrap_or_default();
        refuse::page(status, pages::login(front.door, message, user, &self.goto))
    }
}

/// Answers `/logout`.
pub(super) async fn log_out(front: &Front, asked: Arc<Asked>) -> Answer {
    let gone = pages::plain(200, "Logged out", "You are logged out.");
    let mut answer = refuse::page(StatusCode::OK, gone);
    if !asked.knock.has_cookie() {
        return answer;
    }
    match who::identify(front, &asked).await {
        Ok(caller) if who::is_session(&caller) => {
            if !origin::is_own(&asked, true) {
                return Fault::Foreign.on_page();
            }
            let (server, door, user) =
                (Arc::clone(&front.server), front.door, who::User(caller.user.clone()));
            let party = Party::of(&caller, Effect::Reads);
            let work = move || auth::log_out(&server, door, &caller);
            let Ok(cookie) = front.server.pool.call(party, work).await else {
                return Fault::from(Refusal::Busy).on_page();
            };
            if let Ok(cookie) = HeaderValue::try_from(cookie) {
                answer.headers_mut().insert(header::SET_COOKIE, cookie);
            }
            answer.extensions_mut().insert(user);
            answer
        }
        Err(refusal @ (Refusal::Busy | Refusal::Away | Refusal::TokenDenied)) => {
            Fault::from(refusal).on_page()
        }
        Ok(_) | Err(_) => answer,
    }
}

async fn read_small<B>(asked: &Asked, body: B) -> Result<Bytes, BodyFault>
where
    B: Body<Data = Bytes> + Unpin,
{
    let mut reader = Reader::new(&asked.knock.headers, body)?;
    if reader.read_small().await? { reader.read_all().await } else { Err(BodyFault::TooLarge) }
}

fn as_json(status: StatusCode, said: &serde_json::Value) -> Answer {
    refuse::with(status, "application/json; charset=\"utf-8\"", said.to_string())
}

/// A path of this server, without a session's prefix; nothing where a browser might read it as
/// another server's.
fn local(goto: &str) -> Option<&str> {
    let path = match goto.strip_prefix("/cpsess") {
        Some(rest) => rest.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => goto,
    };
    let is_local = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.chars().any(char::is_control)
        && path.len() <= LONGEST_GOTO;
    is_local.then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_local_paths_are_gone_to() {
        for (goto, wanted) in [
            ("/", Some("/")),
            ("/accounts?user=amy", Some("/accounts?user=amy")),
            ("/cpsess123/accounts", Some("/accounts")),
            ("//evil.test", None),
            ("/cpsess1//evil.test", None),
            ("https://evil.test/", None),
            ("/\\evil.test", None),
            ("/a\r\nSet-Cookie: x=y", None),
            ("/a\tb", None),
            ("accounts", None),
            ("", None),
        ] {
            assert_eq!(local(goto), wanted, "{goto}");
        }
        assert_eq!(local(&format!("/{}", "a".repeat(LONGEST_GOTO))), None);
    }

    #[test]
    fn a_login_answers_with_a_path_and_a_cookie() {
        let session = NewSession {
            cookie: "whostmgrsession=x; HttpOnly; path=/; secure".to_owned(),
            prefix: "/cpsess4711".to_owned(),
            user: "amy".parse().unwrap(),
        };
        let login = Login { form: Form::default(), goto: "/x é".to_owned(), only: true };
        let sent = login.sent(&session, StatusCode::MOVED_PERMANENTLY);
        assert_eq!(sent.status(), 301);
        assert_eq!(sent.headers()["location"], "/cpsess4711/x%20%C3%A9");
        assert_eq!(sent.headers()["set-cookie"], session.cookie.as_str());
        let told = login.told(&session);
        assert_eq!(told.status(), 200);
        assert_eq!(told.headers()["location"], "/cpsess4711/x%20%C3%A9");
    }
}
