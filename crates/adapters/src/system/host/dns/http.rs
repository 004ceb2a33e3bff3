//! Calls of the name server's HTTP API: each for a limited time, and with the key that root keeps.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use api::{Error, Kind, Result, Secret};
use root::{Answer, Client, Layout, Verb};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;
use ureq::{
    Agent,
    config::Config,
    http,
    unversioned::{
        resolver::{ResolvedSocketAddrs, Resolver},
        transport::{DefaultConnector, NextTimeout},
    },
};

/// How long a connection may take.
const CONNECT: Duration = Duration::from_secs(2);
/// How long a call may take.
const CALL: Duration = Duration::from_secs(10);
/// The longest answer: a zone of as many records as there may be, and a little.
const LONGEST: u64 = 64 << 20;
/// How long a call is made again where nobody listens yet: the server may just start.
const STARTING: Duration = Duration::from_millis(500);
/// How long it is where the server fails at it: its database turns away who writes while another
/// process's call does.
const WRITING: Duration = Duration::from_secs(5);
/// How many sets of records a comparison tells of.
const TOLD: usize = 10;
/// The time between such calls, at the most; it is random, so that two do not go on meeting.
const PAUSE: u64 = 60;

/// What a call does to what its path names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

impl Method {
    fn word(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// The HTTP API.
pub(super) struct Api {
    agent: Agent,
    address: SocketAddr,
    root: Arc<Client>,
    /// The key, once it was asked for.
    key: Mutex<Option<Arc<Secret>>>,
}

/// Where the server is. Nothing is looked up, for which a thread would be started at each call.
#[derive(Debug)]
struct Known(SocketAddr);

impl Resolver for Known {
    fn resolve(
        &self,
        _: &http::Uri,
        _: &Config,
        _: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let mut found = self.empty();
        found.push(self.0);
        Ok(found)
    }
}

/// An answer: its status, and what it says.
struct Said {
    status: u16,
    body: Vec<u8>,
}

impl Api {
    pub(super) fn new(root: Arc<Client>, layout: &Layout) -> Self {
        let config = Agent::config_builder()
            .timeout_connect(Some(CONNECT))
            .timeout_global(Some(CALL))
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .build();
        let loopback: IpAddr = if layout.listen.is_ipv6() {
            Ipv6Addr::LOCALHOST.into()
        } else {
            Ipv4Addr::LOCALHOST.into()
        };
        let address = SocketAddr::new(loopback, layout.ports.dns_api);
        let agent = Agent::with_parts(config, DefaultConnector::default(), Known(address));
        Self { agent, address, root, key: Mutex::default() }
    }

    /// What is there.
    pub(super) fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T> {
        self.find(Method::Get, path, None)?.ok_or_else(|| refused(404, path))
    }

    /// Changes something.
    pub(super) fn send(&self, method: Method, path: &str, body: Option<&Value>) -> Result<()> {
        let said = self.call(method, path, body)?;
        if said.status == 404 { Err(refused(404, path)) } else { Ok(()) }
    }

    /// What a call of something gives; none where that is not there.
    pub(super) fn find<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: Option<&Value>,
    ) -> Result<Option<T>> {
        let said = self.call(method, path, body)?;
        if said.status == 404 || said.body.is_empty() {
            return Ok(None);
        }
        serde_json::from_slice(&said.body).map(Some).map_err(Error::internal)
    }

    fn call(&self, method: Method, path: &str, body: Option<&Value>) -> Result<Said> {
        if self.root.compares() && method != Method::Get {
            self.root.note(difference(path, body));
            return Ok(Said { status: 204, body: Vec::new() });
        }
        let body = body.map(serde_json::to_vec).transpose().map_err(Error::internal)?;
        let said = self.persist(method, path, body.as_deref())?;
        let said = if said.status == 401 {
            // The server was set up anew.
            self.key.lock().unwrap_or_else(PoisonError::into_inner).take();
            self.persist(method, path, body.as_deref())?
        } else {
            said
        };
        match said.status {
            200..300 | 404 => Ok(said),
            status => Err(refused(status, &reason(&said.body))),
        }
    }

    fn persist(&self, method: Method, path: &str, body: Option<&[u8]>) -> Result<Said> {
        let begun = Instant::now();
        loop {
            match self.once(method, path, body) {
                Ok(said) if said.status != 500 || begun.elapsed() > WRITING => return Ok(said),
                Err(fault) if !is_refused(&fault) || begun.elapsed() > STARTING => {
                    return Err(away(fault));
                }
                _ => thread::sleep(pause()),
            }
        }
    }

    fn once(&self, method: Method, path: &str, body: Option<&[u8]>) -> Result<Said, ureq::Error> {
        let url = format!("http://{}/api/v1/servers/localhost{path}", self.address);
        let key = self.key().map_err(|refusal| ureq::Error::Other(Box::new(refusal)))?;
        let request = http::Request::builder().method(method.word()).uri(url);
        let request = request.header("X-API-Key", key.reveal()).header("Connection", "close");
        let mut response = match body {
            None => self.agent.run(request.body(())?)?,
            Some(body) => {
                let request = request.header("Content-Type", "application/json");
                self.agent.run(request.body(body.to_vec())?)?
            }
        };
        let status = response.status().as_u16();
        let body = response.body_mut().with_config().limit(LONGEST).read_to_vec()?;
        Ok(Said { status, body })
    }

    fn key(&self) -> Result<Arc<Secret>, root::Refusal> {
        let mut key = self.key.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(key) = &*key {
            return Ok(Arc::clone(key));
        }
        let Answer::Secret(text) = self.root.call(&Verb::NameServerKey)? else {
            return Err(root::Refusal::Failed("the name server has no key".to_owned()));
        };
        Ok(Arc::clone(key.insert(Arc::new(Secret::new(text)))))
    }
}

/// What a change would be about, for a comparison: the records that it names.
fn difference(path: &str, body: Option<&Value>) -> String {
    let rrsets = body.and_then(|body| body.get("rrsets")).and_then(Value::as_array);
    let text = |set: &Value, key: &str| {
        set.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let named: Vec<_> = rrsets
        .into_iter()
        .flatten()
        .take(TOLD)
        .map(|set| format!("{} {}", text(set, "name"), text(set, "type")))
        .collect();
    if named.is_empty() {
        return format!("the DNS server has {path} otherwise");
    }
    format!("the DNS server has other records: {}", named.join(", "))
}

fn pause() -> Duration {
    let random = getrandom::u32().unwrap_or_default();
    Duration::from_millis(5 + u64::from(random) % PAUSE)
}

/// Whether nothing of the call can have been done: nobody listened.
fn is_refused(fault: &ureq::Error) -> bool {
    match fault {
        ureq::Error::Io(fault) => fault.kind() == std::io::ErrorKind::ConnectionRefused,
        ureq::Error::ConnectionFailed => true,
        _ => false,
    }
}

fn away(cause: ureq::Error) -> Error {
    let message = "The DNS server (PowerDNS) does not answer; try again once it runs.";
    Error::new(Kind::Unavailable, message).because(cause)
}

/// What the server said of a call that it did not do.
fn refused(status: u16, reason: &str) -> Error {
    let message = format!("The DNS server (PowerDNS) did not do it ({status}): {reason}");
    Error::new(Kind::Unavailable, message)
}

fn reason(body: &[u8]) -> String {
    #[derive(Deserialize)]
    struct Fault {
        error: String,
    }
    let fault = serde_json::from_slice(body).map(|fault: Fault| fault.error);
    fault.unwrap_or_else(|_| String::from_utf8_lossy(body).trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_server_says_is_told() {
        assert_eq!(reason(br#"{"error": "no such thing"}"#), "no such thing");
        assert_eq!(reason(b"Internal Server Error\n"), "Internal Server Error");
        let error = refused(422, "no such thing");
        assert_eq!(error.kind(), Kind::Unavailable);
        assert!(error.to_string().contains("PowerDNS") && error.to_string().ends_with("thing"));
    }
}
