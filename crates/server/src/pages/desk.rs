//! What a page works with: who visits and what for, and the functions that may be asked.

use std::{
    net::{IpAddr, Ipv4Addr},
    sync::Arc,
};

use api::{Caller, Entry, Form, Group, Host, Kind, Secret, Value, records::Service};

use super::{Page, frame, html, read};
use crate::{
    Server,
    answer::{self, Format},
    auth, call,
};

/// A visit, with the server reduced to what pages may use of it.
pub(crate) struct Desk<'a> {
    /// Who visits.
    pub(crate) caller: &'a Caller,
    /// Where they are logged in.
    pub(crate) service: Service,
    /// What every path begins with.
    pub(crate) prefix: &'a str,
    /// Whether a form was sent.
    pub(crate) post: bool,
    /// The path after the prefix.
    pub(crate) path: &'a str,
    /// Query and body.
    pub(crate) form: &'a Form,
    /// The base of the server's URLs.
    pub(crate) address: String,
    /// For `functions::domain`, and randomness.
    pub(crate) host: &'a Host,
    /// The functions.
    pub(crate) functions: &'a dyn Functions,
}

/// The functions, behind the gate, and the one deed of pages that is none of them.
pub(crate) trait Functions {
    /// All of them.
    fn groups(&self) -> &'static [Group];
    /// The one of that name.
    fn find(&self, name: &str) -> Option<&'static Entry>;
    /// Calls it; gives the whole API 1 answer, and what kind of failure it was.
    fn call(&self, caller: &Caller, name: &str, form: &Form) -> (Value, Option<Kind>);
    /// Writes an answer out.
    fn write(&self, tree: &Value, format: Format) -> String;
    /// Sets the password that its owner chose, who shows to know the present one.
    fn change_password(&self, caller: &Caller, current: &Secret, new: &Secret) -> api::Result<()>;
}

/// The functions of the running server.
pub(crate) struct Wired<'a>(pub(crate) &'a Arc<Server>);

impl Functions for Wired<'_> {
    fn groups(&self) -> &'static [Group] {
        functions::GROUPS
    }

    fn find(&self, name: &str) -> Option<&'static Entry> {
        functions::find(name)
    }

    fn call(&self, caller: &Caller, name: &str, form: &Form) -> (Value, Option<Kind>) {
        let outcome = call::call(self.0, caller, name, form);
        let kind = outcome.result.as_ref().err().map(api::Error::kind);
        (answer::tree(outcome, form), kind)
    }

    fn write(&self, tree: &Value, format: Format) -> String {
        let mut bytes = Vec::new();
        match answer::write_tree(tree, "result", format, &mut bytes) {
            Ok(()) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) => error.to_string(),
        }
    }

    fn change_password(&self, caller: &Caller, current: &Secret, new: &Secret) -> api::Result<()> {
        let source = caller.source.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
        auth::change_password(self.0, caller, source, current, new)
    }
}

/// What a function said.
pub(crate) struct Told {
    /// Its data.
    pub(crate) data: Value,
    /// The rest of the answer.
    pub(crate) metadata: Value,
}

impl Told {
    /// What went wrong without failing the call.
    pub(crate) fn warnings(&self) -> Option<Problem> {
        let warnings = read::texts(self.metadata.get("output")?, "warnings");
        let reason = warnings.join(" ");
        (!reason.is_empty()).then_some(Problem { kind: Kind::BadParam, reason })
    }
}

/// Why a function did not do it.
#[derive(Debug)]
pub(crate) struct Problem {
    /// What kind of failure, where the function said so.
    pub(crate) kind: Kind,
    /// The sentence for the caller.
    pub(crate) reason: String,
}

impl Problem {
    /// The status of a page that says so.
    pub(crate) fn status(&self) -> u16 {
        match self.kind {
            Kind::Denied => 403,
            Kind::NotFound => 404,
            Kind::Exists | Kind::Conflict => 409,
            Kind::Internal => 500,
            Kind::Unfinished => 501,
            Kind::Busy | Kind::Unavailable => 503,
            _ => 422,
        }
    }
}

impl From<api::Error> for Problem {
    fn from(error: api::Error) -> Self {
        if error.kind() == Kind::Internal {
            tracing::error!(error = ?error, "a page failed");
        }
        Self { kind: error.kind(), reason: error.to_string() }
    }
}

impl<'a> Desk<'a> {
    /// The parts of the path.
    pub(crate) fn segments(&self) -> Vec<&'a str> {
        self.path.split('/').filter(|part| !part.is_empty()).collect()
    }

    /// What was sent under a name, without the space around it.
    pub(crate) fn given(&self, name: &str) -> &'a str {
        self.form.last(name).unwrap_or_default().trim()
    }

    /// What was sent under a name, as it is.
    pub(crate) fn exactly(&self, name: &str) -> &'a str {
        self.form.last(name).unwrap_or_default()
    }

    /// Whether a box was checked.
    pub(crate) fn checked(&self, name: &str) -> bool {
        self.form.last(name).is_some_and(|text| !text.is_empty() && text != "0")
    }

    /// Whether a function does its work, and for this caller.
    pub(crate) fn may(&self, name: &str) -> bool {
        let entry = self.functions.find(name);
        entry.is_some_and(|entry| entry.finished && entry.needs.met_by(self.caller.acls))
    }

    /// Asks a function with these parameters.
    pub(crate) fn ask(&self, name: &str, pairs: &[(&str, &str)]) -> Result<Told, Problem> {
        let pairs = pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        self.ask_form(name, &pairs.collect())
    }

    /// Asks a function with that form.
    pub(crate) fn ask_form(&self, name: &str, form: &Form) -> Result<Told, Problem> {
        let (mut tree, kind) = self.functions.call(self.caller, name, form);
        let mut take = |key: &str| tree.get_mut(key).map(Value::take).unwrap_or_default();
        let (data, metadata) = (take("data"), take("metadata"));
        if read::flag(&metadata, "result") {
            return Ok(Told { data, metadata });
        }
        let reason = read::text(&metadata, "reason");
        Err(Problem { kind: kind.unwrap_or(Kind::Conflict), reason })
    }

    /// Sends the visitor to a page.
    pub(crate) fn go(&self, path: &str) -> Page {
        Page::SeeOther(format!("{}{path}", self.prefix))
    }

    /// The page of a path that leads nowhere.
    pub(crate) fn absent(&self) -> Page {
        self.says(404, "Not found", "There is no such page.")
    }

    /// The page of a refusal or failure.
    pub(crate) fn fails(&self, problem: &Problem) -> Page {
        let title = match problem.kind {
            Kind::Denied => "Not allowed",
            Kind::NotFound => "Not found",
            Kind::Busy => "Too busy",
            _ => "That did not work",
        };
        self.says(problem.status(), title, &problem.reason)
    }

    fn says(&self, status: u16, title: &str, message: &str) -> Page {
        html(status, &frame::SaysPage { frame: self.frame(title), message })
    }
}
