//! One request and its answer: taken apart, sent to its place, dressed, counted and logged.

use std::{net::IpAddr, sync::Arc, time::Instant};

use bytes::Bytes;
use http::{HeaderValue, Method, Request, StatusCode, header};
use http_body::Body;

use super::{
    Answer, Door, Front, calls, headers, login, page, refuse, request::Asked, route::Route, who,
};

/// Answers a request.
pub(super) async fn answer<B>(front: &Front, source: IpAddr, request: Request<B>) -> Answer
where
    B: Body<Data = Bytes> + Unpin,
{
    let began = Instant::now();
    let (parts, body) = request.into_parts();
    let method = parts.method.clone();
    let (label, is_call, mut answer) = match Asked::read(parts, front.door, source) {
        Err(problem) => ("malformed", false, refuse::plain(StatusCode::BAD_REQUEST, problem)),
        Ok(asked) => {
            let route = Route::of(front.door, &asked.path);
            let (label, is_call) = (route.label(), matches!(route, Route::Call(_)));
            (label, is_call, at(front, asked, route, body).await)
        }
    };
    headers::dress(&mut answer, front.door, is_call);
    note(&Seen { door: front.door, source, method, route: label, began }, &mut answer);
    answer
}

/// The answer of a place.
async fn at<B>(front: &Front, asked: Asked, route: Route, body: B) -> Answer
where
    B: Body<Data = Bytes> + Unpin,
{
    if !matches!(asked.method, Method::GET | Method::HEAD | Method::POST) {
        let mut answer = refuse::plain(StatusCode::METHOD_NOT_ALLOWED, "Send a GET or a POST.");
        let allowed = HeaderValue::from_static("GET, HEAD, POST");
        answer.headers_mut().insert(header::ALLOW, allowed);
        return answer;
    }
    let asked = Arc::new(asked);
    match route {
        Route::Call(target) => calls::answer(front, asked, target, body).await,
        Route::Login => login::log_in(front, &asked, body).await,
        Route::Logout => login::log_out(front, asked).await,
        Route::Asset(name) => page::asset(&name),
        Route::Page => page::answer(front, asked, body).await,
    }
}

/// What of a request is counted and logged.
struct Seen {
    door: Door,
    source: IpAddr,
    method: Method,
    route: &'static str,
    began: Instant,
}

/// Counts and logs an answer, by nothing that a caller typed but the method and the user. The name
/// of a function is the server's own.
fn note(seen: &Seen, answer: &mut Answer) {
    let Seen { source, method, route, began, .. } = seen;
    let (door, took, status) = (seen.door.label(), began.elapsed(), answer.status());
    let user = answer.extensions_mut().remove::<who::User>();
    let user = user.as_ref().map_or("-", |who::User(name)| name.as_str());
    let function = answer.extensions_mut().remove::<who::Function>();
    let function = function.map_or("-", |who::Function(name)| name);
    let (route, code) = (*route, status.as_str().to_owned());
    metrics::counter!("innkeeper_http_requests_total", "door" => door, "route" => route, "status" => code)
        .increment(1);
    metrics::histogram!("innkeeper_http_request_seconds", "door" => door, "route" => route)
        .record(took.as_secs_f64());
    let (status, microseconds) = (status.as_u16(), took.as_micros());
    tracing::info!(door, %source, user, %method, route, function, status, microseconds, "answered");
}

#[cfg(test)]
mod tests {
    use std::fs;

    use api::records::Service;

    use super::*;

    #[test]
    fn the_log_tells_who_called_what_from_where() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let log = Arc::new(file.reopen().unwrap());
        let logging = tracing_subscriber::fmt().with_writer(log).with_ansi(false).finish();
        let mut answer = refuse::plain(StatusCode::OK, "");
        answer.extensions_mut().insert(who::User("rita".parse().unwrap()));
        answer.extensions_mut().insert(who::Function("version"));
        let seen = Seen {
            door: Door { service: Service::Whm, secure: true },
            source: IpAddr::from([192, 0, 2, 7]),
            method: Method::GET,
            route: "whm",
            began: Instant::now(),
        };
        tracing::subscriber::with_default(logging, || note(&seen, &mut answer));
        let line = fs::read_to_string(file.path()).unwrap();
        let told = "source=192.0.2.7 user=\"rita\" method=GET route=\"whm\" \
                    function=\"version\" status=200 microseconds=";
        assert!(line.contains(told), "{line}");
    }
}
