//! From a request to its response: which zone is asked, whether the question is one that we
//! answer, and what fits into the message.

use std::sync::Arc;

use api::{ports::Clock, zone::Zone};
use async_trait::async_trait;
use hickory_proto::{
    op::{Edns, Header, HeaderCounts, Metadata, OpCode, Query, ResponseCode},
    rr::{DNSClass, LowerName, Record, RecordType},
    serialize::binary::BinEncoder,
};
use hickory_server::{
    net::{runtime::Time, xfer::Protocol},
    server::{Request, RequestHandler, ResponseHandler, ResponseInfo},
    zone_handler::{MessageResponse, MessageResponseBuilder},
};
use tokio::sync::Semaphore;

use super::{
    ZoneSource,
    answer::{Answer, answer},
    cache::Cache,
};

/// The largest UDP message that we send and take, so that none is fragmented on its way.
const UDP_MAX: u16 = 1232;
/// How many questions may be looked up at once; more are refused as a passing failure.
const LOOKUPS_MAX: usize = 256;

/// Answers requests from zones.
pub(super) struct Responder {
    zones: Arc<Zones>,
    clock: Arc<dyn Clock>,
    lookups: Arc<Semaphore>,
}

struct Zones {
    source: Arc<dyn ZoneSource>,
    cache: Cache,
}

/// A question, and the time at which signatures must hold where they are wanted.
struct Question {
    query: Query,
    signed_at: Option<i64>,
}

impl Responder {
    pub(super) fn new(source: Arc<dyn ZoneSource>, clock: Arc<dyn Clock>) -> Self {
        let zones = Arc::new(Zones { source, cache: Cache::new() });
        Self { zones, clock, lookups: Arc::new(Semaphore::new(LOOKUPS_MAX)) }
    }

    async fn answer(&self, request: &Request) -> Answer {
        let query = match question(request) {
            Ok(query) => query,
            Err(code) => return Answer::only(code),
        };
        let wants = request.edns.as_ref().is_some_and(|edns| edns.flags().dnssec_ok);
        let signed_at = wants.then(|| self.clock.now().0);
        if let Some(answer) = self.zones.answer_at_once(query, signed_at) {
            return answer;
        }
        self.look_up(Question { query: query.clone(), signed_at }).await
    }

    /// Reading zones and signing may take a while, so it is done on a thread where that is allowed.
    async fn look_up(&self, question: Question) -> Answer {
        let Ok(permit) = Arc::clone(&self.lookups).try_acquire_owned() else {
            return Answer::only(ResponseCode::ServFail);
        };
        let zones = Arc::clone(&self.zones);
        let answered = tokio::task::spawn_blocking(move || {
            let answer = zones.answer(&question);
            drop(permit);
            answer
        });
        answered.await.unwrap_or_else(|error| {
            tracing::error!(%error, "a question could not be answered");
            Answer::only(ResponseCode::ServFail)
        })
    }
}

/// The question of a request, or the code of why there is no answer to it.
fn question(request: &Request) -> Result<&Query, ResponseCode> {
    if request.metadata.op_code != OpCode::Query {
        return Err(ResponseCode::NotImp);
    }
    if request.version() > 0 {
        return Err(ResponseCode::BADVERS);
    }
    let [query] = request.queries.queries() else {
        return Err(ResponseCode::FormErr);
    };
    let served = matches!(query.query_class(), DNSClass::IN | DNSClass::ANY);
    let whole_zone = matches!(query.query_type(), RecordType::AXFR | RecordType::IXFR);
    if served && !whole_zone { Ok(query.original()) } else { Err(ResponseCode::Refused) }
}

impl Zones {
    /// The answer where memory alone tells it.
    fn answer_at_once(&self, query: &Query, signed_at: Option<i64>) -> Option<Answer> {
        let zone = closest(query, |name| self.source.known_zone(name))?;
        let Some(zone) = zone else { return Some(Answer::only(ResponseCode::Refused)) };
        let content = self.cache.known_content(&zone)?;
        if signed_at.is_some() && content.signed.is_some() {
            return None;
        }
        Some(answer(&content, query.name(), query.query_type(), None))
    }

    fn answer(&self, question: &Question) -> Answer {
        let query = &question.query;
        let found = closest(query, |name| Some(self.source.zone(name)));
        let Some(zone) = found.flatten() else {
            return Answer::only(ResponseCode::Refused);
        };
        match self.cache.content(&zone) {
            Some(content) => answer(&content, query.name(), query.query_type(), question.signed_at),
            None => Answer::only(ResponseCode::ServFail),
        }
    }
}

/// The zone that a name is in: of those at and above it, the lowest. The key of a zone is told by
/// the one above it, where we have that. `None` where `find` does not tell.
#[expect(clippy::option_option, reason = "what is not known is another thing than none")]
fn closest(
    query: &Query,
    find: impl Fn(&str) -> Option<Option<Arc<Zone>>>,
) -> Option<Option<Arc<Zone>>> {
    let first = LowerName::new(query.name());
    let mut name = first.clone();
    let mut own = None;
    while !name.is_root() {
        let found = find(name.to_ascii().trim_end_matches('.'))?;
        if found.is_some() && query.query_type() == RecordType::DS && name == first {
            own = found;
        } else if found.is_some() {
            return Some(found);
        }
        name = name.base_name();
    }
    Some(own)
}

#[async_trait]
impl RequestHandler for Responder {
    async fn handle_request<R: ResponseHandler, T: Time>(
        &self,
        request: &Request,
        mut response_handle: R,
    ) -> ResponseInfo {
        let mut metadata = Metadata::response_from_request(&request.metadata);
        if !self.zones.source.serves() {
            return ResponseInfo::from(Header { metadata, counts: HeaderCounts::default() });
        }
        let mut answer = self.answer(request).await;
        metadata.response_code = answer.code;
        metadata.authoritative = answer.authoritative;
        let edns = request.edns.as_ref().map(response_edns);
        if request.protocol() == Protocol::Udp {
            metadata.truncation = shorten(&mut answer, request, metadata, edns.as_ref());
        }
        let response = response(&answer, request, metadata, edns.as_ref());
        response_handle.send_response(response).await.unwrap_or_else(|error| {
            tracing::debug!(%error, "a response could not be sent");
            ResponseInfo::from(Header { metadata, counts: HeaderCounts::default() })
        })
    }
}

fn response_edns(request: &Edns) -> Edns {
    let mut edns = Edns::new();
    edns.set_max_payload(UDP_MAX);
    edns.set_version(0);
    edns.set_dnssec_ok(request.flags().dnssec_ok);
    edns
}

type Records<'a> = std::slice::Iter<'a, Record>;
type Response<'a> = MessageResponse<'a, 'a, Records<'a>, Records<'a>, Records<'a>, Records<'a>>;

fn response<'a>(
    answer: &'a Answer,
    request: &'a Request,
    metadata: Metadata,
    edns: Option<&'a Edns>,
) -> Response<'a> {
    MessageResponseBuilder::new(&request.queries, edns).build(
        metadata,
        &answer.answers,
        &answer.authorities,
        &[],
        &answer.additionals,
    )
}

/// Makes the answer fit what the asker takes over UDP, and gives whether it must be asked again
/// over TCP. Addresses that are only a courtesy go first (RFC 2181, section 9).
fn shorten(
    answer: &mut Answer,
    request: &Request,
    metadata: Metadata,
    edns: Option<&Edns>,
) -> bool {
    let most = request.max_payload().min(UDP_MAX);
    if fits(response(answer, request, metadata, edns), most) {
        return false;
    }
    if !answer.needs_additionals {
        answer.additionals.clear();
        if fits(response(answer, request, metadata, edns), most) {
            return false;
        }
    }
    answer.answers.clear();
    answer.authorities.clear();
    answer.additionals.clear();
    true
}

fn fits(response: Response<'_>, most: u16) -> bool {
    let mut bytes = Vec::with_capacity(usize::from(most));
    let mut encoder = BinEncoder::new(&mut bytes);
    encoder.set_max_size(most);
    response.destructive_emit(&mut encoder).is_ok_and(|info| !info.truncation)
}
