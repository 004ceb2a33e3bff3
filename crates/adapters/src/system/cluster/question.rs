//! One question to a member: which privileges have we there?

use std::{net::SocketAddr, time::Duration};

use api::{Error, Kind, Result, Secret};
use bytes::Bytes;
use http_body_util::{BodyExt as _, Empty, Limited};
use hyper::{
    Request,
    client::conn::http1,
    header::{AUTHORIZATION, CONNECTION, HOST, HeaderValue, USER_AGENT},
};
use hyper_util::rt::TokioIo;
use rustls_pki_types::ServerName;
use tokio::{net::TcpStream, runtime, time::timeout};
use tokio_rustls::TlsConnector;
use zeroize::Zeroizing;

use super::{ClusterMember, answer::Said, fault::Fault, tls, token};

/// The longest answer, in bytes; that to this question is some 3 KB.
const LONGEST: usize = 64 << 10;
/// The longest that the answer's headers may be, in bytes.
const LONGEST_HEAD: usize = 16 << 10;
/// What is asked: the function that gives the caller's privileges, which needs none.
const PATH: &str = "/json-api/myprivs?api.version=1";

/// A question that can be put to a member.
pub(super) struct Question {
    address: SocketAddr,
    /// The name in its certificate.
    name: ServerName<'static>,
    connector: TlsConnector,
    host: String,
    authorization: HeaderValue,
}

impl Question {
    /// The question with what the member's files hold now.
    pub(super) fn of(member: &ClusterMember) -> Result<Self> {
        let host = member.hostname.clone();
        let host = host.unwrap_or_else(|| member.address.ip().to_canonical().to_string());
        let wrong = |cause| {
            let message = format!("“{host}” is no name that a certificate can have.");
            Error::new(Kind::Unavailable, message).because(cause)
        };
        let name = ServerName::try_from(host.clone()).map_err(wrong)?;
        let token = token::read(&member.token_file)?;
        let port = member.address.port();
        Ok(Self {
            address: member.address,
            connector: tls::connector(&member.trusted)?,
            host: if host.contains(':') {
                format!("[{host}]:{port}")
            } else {
                format!("{host}:{port}")
            },
            name,
            authorization: authorization(member.user.as_str(), &token)?,
        })
    }

    /// Asks, and waits no longer than that. It must not be called on a thread of a runtime's own.
    pub(super) fn ask(self, patience: Duration) -> Result<Said, Fault> {
        let runtime = runtime::Builder::new_current_thread().enable_all().build();
        runtime.map_err(Fault::strange)?.block_on(async {
            let late = |_| Fault::Silent(std::io::ErrorKind::TimedOut.into());
            timeout(patience, self.exchange()).await.map_err(late)?
        })
    }

    /// Sends the request over a connection of its own, and follows nothing that the answer leads to.
    async fn exchange(self) -> Result<Said, Fault> {
        let stream = TcpStream::connect(self.address).await.map_err(Fault::Silent)?;
        let stream = self.connector.connect(self.name.clone(), stream).await;
        let stream = TokioIo::new(stream.map_err(Fault::of_handshake)?);
        let (mut sender, connection) = http1::Builder::new()
            .max_buf_size(LONGEST_HEAD)
            .handshake(stream)
            .await
            .map_err(Fault::strange)?;
        // Its own end is told to who waits for the answer; it goes with the runtime at the latest.
        drop(tokio::spawn(connection));
        let answer = sender.send_request(self.request()?).await.map_err(Fault::strange)?;
        let status = answer.status().as_u16();
        let body = Limited::new(answer.into_body(), LONGEST).collect().await;
        Ok(Said { status, body: body.map_err(Fault::Strange)?.to_bytes() })
    }

    fn request(self) -> Result<Request<Empty<Bytes>>, Fault> {
        Request::get(PATH)
            .header(HOST, self.host)
            .header(USER_AGENT, "Innkeeper")
            .header(CONNECTION, "close")
            .header(AUTHORIZATION, self.authorization)
            .body(Empty::new())
            .map_err(Fault::strange)
    }
}

/// What shows who we are, never shown in a log.
fn authorization(user: &str, token: &Secret) -> Result<HeaderValue> {
    let text = Zeroizing::new(format!("whm {user}:{}", token.reveal()));
    let mut value = HeaderValue::from_str(&text).map_err(Error::internal)?;
    value.set_sensitive(true);
    Ok(value)
}
