//! What is answered when no function, page or login answers: refusals in the shape that the callers
//! of a path read.

use api::Value;
use axum::body::Body;
use http::{HeaderValue, Response, StatusCode, header};
use hyper::ext::ReasonPhrase;

use super::{Answer, body::BodyFault, request::Asked, route::Shape};
use crate::{
    answer::{self, refusals},
    auth::Refusal,
    pages::{self, Page},
};

/// How soon to come back when too much is asked, in seconds.
const RETRY_AFTER: &str = "5";

/// The element around a message in XML.
pub(super) const RELAY: &str = "cpanelresult";

/// What is said to all who are not let in.
const DENIED: &str = "Access denied";

/// Why a request is not answered by what it asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// The sender is not let in.
    Refused(Refusal),
    /// The body is not read to its end.
    Body(BodyFault),
    /// Another site sent a browser here.
    Foreign,
    /// A password must be hashed first, which is a login's work; no caller is told.
    Slow,
    /// The work ended before it said anything; the log says why.
    Lost,
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<BodyFault> for Fault {
    fn from(fault: BodyFault) -> Self {
        Self::Body(fault)
    }
}

impl Fault {
    /// The status of the answer.
    pub(super) fn status(self) -> StatusCode {
        match self {
            Self::Refused(Refusal::Missing | Refusal::Denied) | Self::Foreign => {
                StatusCode::FORBIDDEN
            }
            Self::Refused(Refusal::TokenDenied) => StatusCode::UNAUTHORIZED,
            Self::Refused(Refusal::Busy | Refusal::Away) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Body(fault) => fault.status(),
            Self::Slow | Self::Lost => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What the caller is told.
    pub(super) fn message(self) -> &'static str {
        match self {
            Self::Refused(Refusal::Missing | Refusal::Denied) => DENIED,
            Self::Refused(Refusal::TokenDenied) => "Token denied",
            Self::Refused(Refusal::Busy) => "The server is busy; try again in a few seconds.",
            Self::Refused(Refusal::Away) => {
                "The server's store cannot be used at the moment; try again in a few seconds."
            }
            Self::Body(fault) => fault.message(),
            Self::Foreign => "Another site sent this request; it was refused.",
            Self::Slow | Self::Lost => "The server failed at its own work; its log says why.",
        }
    }

    /// The answer on a path of an API.
    pub(super) fn on_call(self, asked: &Asked, shape: Shape) -> Answer {
        let denied = matches!(self, Self::Refused(Refusal::Missing | Refusal::Denied));
        let answer = match (denied, shape) {
            (true, Shape::Uapi) if asked.wants_html() => {
                page(StatusCode::UNAUTHORIZED, pages::login(asked.knock.door, None, "", ""))
            }
            (true, Shape::Uapi) => saying(shape, StatusCode::UNAUTHORIZED, DENIED),
            (true, _) => {
                let tree = refusals::access_denied();
                let mut answer = written(shape, StatusCode::FORBIDDEN, &tree);
                // Clients look for this very line.
                let phrase = ReasonPhrase::from_static(b"Forbidden Access denied");
                answer.extensions_mut().insert(phrase);
                answer
            }
            (false, _) => saying(shape, self.status(), self.message()),
        };
        self.close_or_retry(answer)
    }

    /// The answer on the path of a page.
    pub(super) fn on_page(self) -> Answer {
        let status = self.status();
        let title = status.canonical_reason().unwrap_or("Refused");
        let shown = pages::plain(status.as_u16(), title, self.message());
        self.close_or_retry(page(status, shown))
    }

    /// The answer with what the client is to do next.
    pub(super) fn close_or_retry(self, mut answer: Answer) -> Answer {
        let (name, value) = match self {
            Self::Body(_) => (header::CONNECTION, "close"),
            Self::Refused(Refusal::Busy | Refusal::Away) => (header::RETRY_AFTER, RETRY_AFTER),
            _ => return answer,
        };
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
        answer
    }
}

/// A message in the shape of a path of an API.
fn saying(shape: Shape, status: StatusCode, message: &str) -> Answer {
    written(shape, status, &said(shape, message))
}

/// The tree of such a message.
pub(super) fn said(shape: Shape, message: &str) -> Value {
    match shape {
        Shape::Json | Shape::Xml => refusals::relay(message),
        Shape::Uapi => refusals::uapi_denied(message),
    }
}

fn written(shape: Shape, status: StatusCode, tree: &Value) -> Answer {
    let (format, mut text) = (shape.format(), Vec::new());
    match answer::write_tree(tree, RELAY, format, &mut text) {
        Ok(()) => with(status, answer::content_type(format), text),
        Err(_) => plain(Fault::Lost.status(), Fault::Lost.message()),
    }
}

/// One line of plain text.
pub(super) fn plain(status: StatusCode, message: &str) -> Answer {
    with(status, "text/plain; charset=\"utf-8\"", format!("{message}\n"))
}

/// A page. HTML gets `status`; what leads elsewhere does so with a GET.
pub(super) fn page(status: StatusCode, page: Page) -> Answer {
    match page {
        Page::Html(_, html) => with(status, "text/html; charset=utf-8", html),
        Page::SeeOther(path) => match HeaderValue::try_from(path) {
            Ok(path) => {
                let mut answer = with(StatusCode::SEE_OTHER, "text/plain", String::new());
                answer.headers_mut().insert(header::LOCATION, path);
                answer
            }
            Err(_) => plain(Fault::Lost.status(), Fault::Lost.message()),
        },
    }
}

/// An answer of a status, a type and a body.
pub(super) fn with(status: StatusCode, kind: &'static str, body: impl Into<Body>) -> Answer {
    let mut answer = Response::new(body.into());
    *answer.status_mut() = status;
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    answer
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt;

    use super::{super::request::tests::asked, *};

    async fn text(answer: Answer) -> String {
        let bytes = answer.into_body().collect().await.unwrap().to_bytes();
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    #[tokio::test]
    async fn bad_credentials_are_refused_to_the_byte_as_clients_know_it() {
        let asked = asked("GET", "/json-api/version", &[]);
        for refusal in [Refusal::Missing, Refusal::Denied] {
            let answer = Fault::Refused(refusal).on_call(&asked, Shape::Json);
            assert_eq!(answer.status(), 403);
            let phrase = answer.extensions().get::<ReasonPhrase>().unwrap();
            assert_eq!(phrase.as_bytes(), b"Forbidden Access denied");
            assert_eq!(answer.headers()["content-type"], "application/json; charset=\"utf-8\"");
            assert_eq!(
                text(answer).await,
                r#"{"cpanelresult":{"apiversion":"2","error":"Access denied","data":{"reason":"Access denied","result":"0"},"type":"text"}}"#
            );
        }
        let xml = Fault::Refused(Refusal::Denied).on_call(&asked, Shape::Xml);
        assert_eq!(xml.status(), 403);
        assert!(text(xml).await.contains("<cpanelresult><apiversion>2</apiversion><error>Access"));
    }

    #[tokio::test]
    async fn uapi_refuses_with_401_in_its_own_shape() {
        let asked = asked("GET", "/execute/A/b", &[]);
        let answer = Fault::Refused(Refusal::Missing).on_call(&asked, Shape::Uapi);
        assert_eq!(answer.status(), 401);
        assert!(text(answer).await.starts_with(r#"{"status":0,"errors":["Access denied"]"#));
    }

    #[tokio::test]
    async fn a_cookie_without_its_token_is_told_so() {
        let asked = asked("GET", "/json-api/version", &[]);
        let answer = Fault::Refused(Refusal::TokenDenied).on_call(&asked, Shape::Json);
        assert_eq!(answer.status(), 401);
        assert!(text(answer).await.contains("Token denied"));
    }

    #[test]
    fn the_busy_are_asked_back_and_unread_bodies_end_the_connection() {
        let asked = asked("GET", "/json-api/version", &[]);
        let busy = Fault::Refused(Refusal::Busy).on_call(&asked, Shape::Json);
        assert_eq!(
            (busy.status().as_u16(), &busy.headers()["retry-after"]),
            (503, &"5".parse().unwrap())
        );
        let large = Fault::Body(BodyFault::TooLarge).on_call(&asked, Shape::Xml);
        assert_eq!(large.status(), 413);
        assert_eq!(large.headers()["connection"], "close");
    }

    #[tokio::test]
    async fn xml_is_escaped() {
        let said = text(saying(Shape::Xml, StatusCode::OK, "a<b & c")).await;
        assert!(said.contains("<error>a&lt;b &amp; c</error>"), "{said}");
    }
}
