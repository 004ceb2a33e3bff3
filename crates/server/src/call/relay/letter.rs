//! A call and its answer as they are on their way between two processes: text that is sealed with the key
//! that all of them have, for one call, one host and one direction.

use std::net::IpAddr;

use api::{
    AccountApi, AccountCall, Caller, Data, Error, Form, Host, HostName, Kind, Result, Secret,
    UserName, Value, Verdict, caller::Proof, form::Upload, function::Notes, records::Service,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// The longest call or answer, in bytes: what 16 MiB of a file take as text, and what stands around it.
const LONGEST: usize = 24 << 20;

/// A call.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Letter {
    /// The worker's life that it is for.
    pub(super) door: String,
    /// When it was written, by the store's clock.
    pub(super) made: i64,
    /// Who calls.
    pub(super) caller: Known,
    /// What is called.
    pub(super) asked: Asked,
    /// The parameters.
    params: Vec<(String, Vec<String>)>,
    /// The files sent along: the name, and the bytes in base64.
    files: Vec<(String, String)>,
}

/// What is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::call) enum Asked {
    /// A function of WHM.
    Whm { function: String },
    /// A function of an account.
    Account { user: String, api: u8, module: String, function: String },
}

/// Who calls, as far as that is not read from the store again: a name, and how it was shown to be theirs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Known {
    /// The user.
    pub(crate) user: String,
    /// The service.
    pub(crate) service: String,
    /// How they showed who they are.
    pub(crate) shown: Shown,
    /// Where the call came from.
    pub(crate) source: Option<IpAddr>,
    /// Whether it came encrypted.
    pub(crate) secure: bool,
}

/// How a caller showed who they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Shown {
    /// By the password.
    Password,
    /// By the token of that name.
    Token(String),
    /// By the session of that digest.
    Session(String),
    /// As a process on the server's own machine.
    Process,
}

/// What became of a call.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Answer {
    /// The function ran.
    Ran { outcome: Outcome, notes: Box<Said> },
    /// It was not begun, as it is not for this life of the worker.
    Void,
}

/// The data, or why there is none.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Outcome {
    Data(Option<Value>),
    Problem { kind: String, said: String },
}

/// What is said beside it.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Said {
    reason: Option<String>,
    raw: Option<String>,
    warnings: Vec<String>,
    messages: Vec<String>,
    errors: Vec<String>,
    verdict: Option<bool>,
}

/// The kinds of problems by words.
const KINDS: [(Kind, &str); 9] = [
    (Kind::BadParam, "param"),
    (Kind::Denied, "denied"),
    (Kind::NotFound, "absent"),
    (Kind::Exists, "exists"),
    (Kind::Conflict, "conflict"),
    (Kind::Unavailable, "unavailable"),
    (Kind::Unfinished, "unfinished"),
    (Kind::Busy, "busy"),
    (Kind::Internal, "internal"),
];

impl Asked {
    /// A function of that account.
    pub(in crate::call) fn of(call: &AccountCall<'_>, user: &UserName) -> Self {
        Self::Account {
            user: user.to_string(),
            api: number(call.api),
            module: call.module.to_owned(),
            function: call.function.to_owned(),
        }
    }
}

impl Letter {
    /// What this caller asks of that life of a worker. A mailbox has nothing to ask of a machine.
    pub(super) fn of(
        (door, made): (String, i64),
        caller: &Caller,
        asked: Asked,
        form: &Form,
    ) -> Result<Self> {
        let shown = match &caller.proof {
            Proof::Password => Shown::Password,
            Proof::Token(name) => Shown::Token(name.to_string()),
            Proof::Session(digest) => Shown::Session(digest.clone()),
            Proof::LocalProcess => Shown::Process,
            Proof::Mailbox(..) => return Err(Error::denied("A mailbox does not call here.")),
        };
        let caller = Known {
            user: caller.user.to_string(),
            service: caller.service.as_str().to_owned(),
            shown,
            source: caller.source,
            secure: caller.secure,
        };
        let params = form.iter().map(|(name, texts)| (name.to_owned(), texts.to_vec())).collect();
        let file = |file: &Upload| (file.name.clone(), STANDARD.encode(&file.content));
        let files = form.uploads().iter().map(file).collect();
        Ok(Self { door, made, caller, asked, params, files })
    }

    /// The parameters and the files.
    pub(super) fn form(&self) -> Result<Form> {
        let pairs = self
            .params
            .iter()
            .flat_map(|(name, texts)| texts.iter().map(move |text| (name.clone(), text.clone())));
        let mut form: Form = pairs.collect();
        for (name, text) in &self.files {
            let content = STANDARD.decode(text).map_err(Error::internal)?.into();
            form.push_upload(Upload { name: name.clone(), content });
        }
        Ok(form)
    }

    /// It as it travels.
    pub(super) fn seal(&self, host: &Host, way: &Way<'_>) -> Result<String> {
        sealed(host, &way.call(), self, "The call")
    }

    /// Reads what came that way.
    pub(super) fn open(host: &Host, way: &Way<'_>, text: &str) -> Result<Self> {
        opened(host, &way.call(), text)
    }
}

impl Known {
    /// The service that they are logged in to.
    pub(crate) fn service(&self) -> Result<Service> {
        self.service.parse().map_err(|problem: String| Error::internal(problem))
    }
}

impl Answer {
    /// What became of a function.
    pub(super) fn of(result: Result<Data>, notes: Notes) -> Self {
        let outcome = match result.and_then(Data::into_tree) {
            Ok(data) => Outcome::Data(data),
            Err(problem) => Outcome::Problem {
                kind: KINDS
                    .iter()
                    .find(|(kind, _)| *kind == problem.kind())
                    .map_or("internal", |(_, word)| *word)
                    .to_owned(),
                said: problem.to_string(),
            },
        };
        let Notes { reason, raw, warnings, messages, errors, verdict } = notes;
        let verdict = verdict.map(|verdict| verdict == Verdict::No);
        let notes = Box::new(Said { reason, raw, warnings, messages, errors, verdict });
        Self::Ran { outcome, notes }
    }

    /// It as it travels; one that is too long is not sent.
    pub(super) fn seal(&self, host: &Host, way: &Way<'_>) -> Result<String> {
        sealed(host, &way.answer(), self, "The answer")
    }

    /// Reads what came that way.
    pub(super) fn open(host: &Host, way: &Way<'_>, text: &str) -> Result<Self> {
        opened(host, &way.answer(), text)
    }
}

impl Outcome {
    /// It as a function gives it.
    pub(super) fn result(self) -> Result<Data> {
        match self {
            Self::Data(data) => Ok(data.map_or(Data::None, Data::Tree)),
            Self::Problem { kind, said } => {
                let found = KINDS.iter().find(|(_, word)| *word == kind);
                Err(Error::new(found.map_or(Kind::Internal, |(kind, _)| *kind), said))
            }
        }
    }
}

impl Said {
    /// It as a function says it.
    pub(super) fn notes(self) -> Notes {
        let Self { reason, raw, warnings, messages, errors, verdict } = self;
        let verdict = verdict.map(|no| if no { Verdict::No } else { Verdict::Unknown });
        Notes { reason, raw, warnings, messages, errors, verdict }
    }
}

/// What a text is sealed for: it opens as nothing else.
pub(super) struct Way<'a> {
    /// The call's id.
    pub(super) id: &'a str,
    /// The host that is asked.
    pub(super) host: &'a HostName,
}

impl Way<'_> {
    fn call(&self) -> String {
        format!("call {} of {}", self.id, self.host)
    }

    fn answer(&self) -> String {
        format!("answer {} of {}", self.id, self.host)
    }
}

fn sealed(host: &Host, purpose: &str, content: &impl Serialize, what: &str) -> Result<String> {
    let text = Secret::new(serde_json::to_string(content).map_err(Error::internal)?);
    if text.reveal().len() > LONGEST {
        let said = format!("{what} is longer than 16 MiB, which another host can be sent.");
        return Err(Error::new(Kind::BadParam, said));
    }
    host.vault.seal(purpose, &text)
}

fn opened<T: DeserializeOwned>(host: &Host, purpose: &str, text: &str) -> Result<T> {
    let text = host.vault.open(purpose, text)?;
    serde_json::from_str(text.reveal()).map_err(Error::internal)
}

/// The interface of accounts of a number, as [`number`] gives it.
pub(super) fn api(number: u8) -> Result<AccountApi> {
    match number {
        1 => Ok(AccountApi::One),
        2 => Ok(AccountApi::Two),
        3 => Ok(AccountApi::Three),
        _ => Err(Error::internal(format!("there is no interface {number}"))),
    }
}

/// The number of an interface of accounts.
fn number(api: AccountApi) -> u8 {
    match api {
        AccountApi::One => 1,
        AccountApi::Two => 2,
        AccountApi::Three => 3,
    }
}
