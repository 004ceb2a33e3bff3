//! Calls by path: one piece of work finds out who calls, reads the parameters, calls the function and
//! writes the answer. Only a slow check of a password, and a long body, come before it. What reads and
//! answers with little is done where the connection is; all else on the pool.

use std::{
    io,
    sync::Arc,
    time::{Duration, Instant},
};

use api::{Caller, Data, Effect, Error, Form, Kind, UserName, function::Notes};
use bytes::Bytes;
use http::{HeaderValue, header};
use http_body::Body;
use tokio::{sync::oneshot, task::spawn_blocking};

use super::{
    Answer, Front,
    body::Reader,
    form::{self, FormFault},
    origin,
    refuse::{self, Fault},
    request::Asked,
    route::Target,
    short::Short,
    stream::{Content, Out},
    uapi, who,
};
use crate::{
    Server,
    answer::{self, Destination, Outcome, Version},
    auth::Refusal,
    call::{self, Party, Place},
};

/// How long a call may wait before it is asked again who calls.
const KNOWN_FOR: Duration = Duration::from_secs(1);

/// Answers a path of an API.
pub(super) async fn answer<B>(front: &Front, asked: Arc<Asked>, target: Target, body: B) -> Answer
where
    B: Body<Data = Bytes> + Unpin,
{
    let (shape, kind) = (target.shape(), answer::content_type(target.format()));
    let function = target.function();
    match begin(front, &asked, target, body).await {
        Ok(begun) => begun.into_answer(kind, function),
        Err(fault) => fault.on_call(&asked, shape),
    }
}

async fn begin<B>(
    front: &Front,
    asked: &Arc<Asked>,
    target: Target,
    body: B,
) -> Result<Begun, Fault>
where
    B: Body<Data = Bytes> + Unpin,
{
    if asked.knock.is_bare() {
        return Err(Refusal::Missing.into());
    }
    let mut reader = Reader::new(&asked.knock.headers, body)?;
    // Who has shown nothing yet does not get to send much.
    let known =
        if reader.read_small().await? { None } else { Some(who::identify(front, asked).await?) };
    let body = reader.read_all().await?;
    let job = Job { server: Arc::clone(&front.server), asked: Arc::clone(asked), target, body };
    if let Some(begun) = job.answer_here(known.as_ref()) {
        return begun;
    }
    let mut known = known;
    loop {
        match job.clone().start(front, known).await {
            Err(Fault::Slow) => known = Some(who::identify_slowly(front, asked).await?),
            begun => return begun,
        }
    }
}

/// An answer whose first bytes are written.
struct Begun {
    user: UserName,
    content: Content,
}

impl Begun {
    fn into_answer(self, kind: &'static str, function: Option<&'static str>) -> Answer {
        let mut answer = Answer::new(self.content.into_body());
        answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        answer.extensions_mut().insert(who::User(self.user));
        if let Some(function) = function {
            answer.extensions_mut().insert(who::Function(function));
        }
        answer
    }
}

/// A call on its way to the pool.
#[derive(Clone)]
struct Job {
    server: Arc<Server>,
    asked: Arc<Asked>,
    target: Target,
    body: Bytes,
}

impl Job {
    /// The answer of a function that reads, unless it is long or nobody can tell quickly who calls:
    /// then nothing has happened.
    fn answer_here(&self, known: Option<&Caller>) -> Option<Result<Begun, Fault>> {
        let is_function = matches!(self.target, Target::Function { .. } | Target::Execute { .. });
        if !is_function || self.target.effect() != Effect::Reads {
            return None;
        }
        let mut place = self.server.pool.at_once()?;
        call::in_place(|| match self.caller(known.cloned()) {
            Ok(caller) => {
                place.belongs_to(self.party(&caller));
                self.shortly(caller).map(Ok)
            }
            Err(Fault::Slow) => None,
            Err(fault) => Some(Err(fault)),
        })?
    }

    /// The answer in memory, if it is short.
    fn shortly(&self, caller: Caller) -> Option<Begun> {
        let mut out = Short::default();
        self.write(&caller, &mut out).ok()?;
        Some(Begun { user: caller.user, content: out.into_content() })
    }

    /// Runs it on the pool; gives its answer as soon as that is begun.
    async fn start(self, front: &Front, known: Option<Caller>) -> Result<Begun, Fault> {
        let (known, mut place) = self.place(front, known).await?;
        let (begun, first) = oneshot::channel();
        drop(spawn_blocking(move || {
            self.run(known, begun, &mut place);
            drop(place);
        }));
        first.await.unwrap_or(Err(Fault::Lost))
    }

    /// A place to run in. Where there is none at once, it is found out who calls, and the call waits behind
    /// that caller's own.
    async fn place(
        &self,
        front: &Front,
        known: Option<Caller>,
    ) -> Result<(Option<Caller>, Place), Fault> {
        let pool = &self.server.pool;
        let caller = match (known, pool.at_once()) {
            (known, Some(place)) => return Ok((known, place)),
            (Some(caller), None) => caller,
            (None, None) => who::identify(front, &self.asked).await?,
        };
        let began = Instant::now();
        let place = pool.place(self.party(&caller), self.size()).await;
        let place = place.map_err(|_| Refusal::Busy)?;
        // Since then the caller may have lost a right, or a token.
        let known = (began.elapsed() < KNOWN_FOR).then_some(caller);
        Ok((known, place))
    }

    fn party(&self, caller: &Caller) -> Party {
        Party::of(caller, self.target.effect())
    }

    /// What it keeps in memory, about.
    fn size(&self) -> usize {
        self.body.len() + self.asked.query.len()
    }

    fn run(
        self,
        known: Option<Caller>,
        begun: oneshot::Sender<Result<Begun, Fault>>,
        place: &mut Place,
    ) {
        // Nobody is there any more to be told.
        if begun.is_closed() {
            return;
        }
        let caller = match self.caller(known) {
            Ok(caller) => caller,
            Err(fault) => return drop(begun.send(Err(fault))),
        };
        place.belongs_to(self.party(&caller));
        let user = caller.user.clone();
        let mut out = Out::new(|content| drop(begun.send(Ok(Begun { user, content }))));
        let written = self.write(&caller, &mut out).and_then(|()| out.finish());
        if let Err(cause) = written {
            tracing::debug!(%cause, "an answer was broken off");
        }
    }

    /// Who calls, and from the right place.
    fn caller(&self, known: Option<Caller>) -> Result<Caller, Fault> {
        let caller = match known {
            Some(caller) => caller,
            None => who::identify_quickly(&self.server, &self.asked).ok_or(Fault::Slow)??,
        };
        if who::is_session(&caller) && !origin::is_own(&self.asked, true) {
            return Err(Fault::Foreign);
        }
        Ok(caller)
    }

    fn write(&self, caller: &Caller, out: &mut dyn Destination) -> io::Result<()> {
        let kind = self.asked.header(header::CONTENT_TYPE);
        let form = form::read(&self.asked.query, kind, &self.body);
        match (&self.target, form) {
            (Target::Function { format, name }, Ok(form)) => {
                let outcome = call::call(&self.server, caller, name, &form);
                out.expect(matches!(outcome.result, Ok(Data::Rows(_))));
                answer::write(outcome, &form, version(&form), *format, out)
            }
            (Target::Function { format, name }, Err(fault)) => {
                // The version may still be readable where the rest is not.
                let form = form::read(&self.asked.query, None, b"").unwrap_or_default();
                answer::write(unread(name, &fault), &form, version(&form), *format, out)
            }
            (Target::Relay(format), Ok(form)) => {
                uapi::relay(&self.server, caller, &form, *format, out)
            }
            (Target::Execute { module, function }, Ok(form)) => {
                uapi::execute(&self.server, caller, [module, function], &form, out)
            }
            (Target::Elsewhere(_), Ok(_)) => self.say("Function not found", out),
            (_, Err(fault)) => self.say(&fault.to_string(), out),
        }
    }

    fn say(&self, message: &str, out: &mut dyn Destination) -> io::Result<()> {
        let tree = refuse::said(self.target.shape(), message);
        answer::write_tree(&tree, refuse::RELAY, self.target.format(), out)
    }
}

/// Which envelope a caller reads: any version from 1 on is API 1.
fn version(form: &Form) -> Version {
    let named = form.last("api.version").and_then(|text| text.trim().parse::<f64>().ok());
    if named.is_some_and(|number| number >= 1.0) { Version::One } else { Version::Zero }
}

/// What became of a call whose parameters could not be read.
fn unread(name: &str, fault: &FormFault) -> Outcome {
    Outcome {
        command: name.to_owned(),
        entry: functions::find(name),
        result: Err(Error::new(Kind::BadParam, fault.to_string())),
        notes: Notes::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_version_is_api_0_and_any_from_1_on_is_api_1() {
        for (text, wanted) in [
            (None, Version::Zero),
            (Some("0"), Version::Zero),
            (Some(""), Version::Zero),
            (Some("x"), Version::Zero),
            (Some("-1"), Version::Zero),
            (Some("1"), Version::One),
            (Some("1.0"), Version::One),
            (Some("2"), Version::One),
        ] {
            let mut form = Form::default();
            if let Some(text) = text {
                form.push("api.version", text);
            }
            assert_eq!(version(&form), wanted, "{text:?}");
        }
        let json = form::read("", Some("application/json"), br#"{"api.version":1}"#);
        assert_eq!(json.map(|form| version(&form)), Ok(Version::One));
    }
}
