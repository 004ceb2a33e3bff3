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
    note(front.door, label, &method, &mut answer, began);
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

/// Counts and logs an answer, by nothing that a caller typed but the method and the user.
fn note(door: Door, route: &'static str, method: &Method, answer: &mut Answer, began: Instant) {
    let (took, status, door) = (began.elapsed(), answer.status(), door.label());
    let user = answer.extensions_mut().remove::<who::User>();
    let user = user.as_ref().map_or("-", |who::User(name)| name.as_str());
    let code = status.as_str().to_owned();
    metrics::counter!("innkeeper_http_requests_total", "door" => door, "route" => route, "status" => code)
        .increment(1);
    metrics::histogram!("innkeeper_http_request_seconds", "door" => door, "route" => route)
        .record(took.as_secs_f64());
    let milliseconds = took.as_secs_f64() * 1e3;
    tracing::info!(door, %method, route, status = status.as_u16(), milliseconds, user, "answered");
}
