//! The verbs: all that the privileged process does.

use serde::{Deserialize, Serialize};

use crate::{Change, Kind, MailAct, MailGift, Name, Service};

/// One act. What it does is said here; how, in the module of [`crate::verbs`] that runs it.
#[derive(Serialize, Deserialize)]
pub enum Verb {
    /// Makes files of one or several services so: staged, checked by each service's own checker,
    /// swapped in, and the services reloaded; all or none. Gives [`Answer::Done`].
    Publish(Vec<Change>),
    /// Names those of a kind of files that are there. Gives [`Answer::Names`].
    Published(Kind),
    /// Starts a service that does not run. Gives [`Answer::Done`].
    Start(Service),
    /// Ends a service that runs. Gives [`Answer::Done`].
    Stop(Service),
    /// Has a service that runs read its configuration again. Gives [`Answer::Done`].
    Reload(Service),
    /// Whether a service runs. Gives [`Answer::Flag`].
    Runs(Service),
    /// How often this process had a service read its configuration again. Gives [`Answer::Count`].
    Reloads(Service),
    /// Does an act on mail. Gives [`Answer::Mail`].
    Mail(MailAct),
}

impl Verb {
    /// Its name, and what it is about, for the log: never what files hold.
    pub(crate) fn told(&self) -> (&'static str, String) {
        match self {
            Self::Publish(changes) => ("publish", crate::managed::told(changes)),
            Self::Published(kind) => ("published", format!("{kind:?}")),
            Self::Start(service) => ("start", service.name().to_owned()),
            Self::Stop(service) => ("stop", service.name().to_owned()),
            Self::Reload(service) => ("reload", service.name().to_owned()),
            Self::Runs(service) => ("runs", service.name().to_owned()),
            Self::Reloads(service) => ("reloads", service.name().to_owned()),
            Self::Mail(act) => ("mail", act.told()),
        }
    }
}

/// What a verb gives.
#[derive(Serialize, Deserialize)]
pub enum Answer {
    /// It is done.
    Done,
    /// Yes or no.
    Flag(bool),
    /// A number.
    Count(u64),
    /// Names.
    Names(Vec<Name>),
    /// What came of an act on mail.
    Mail(MailGift),
}

/// Why a verb did nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Refusal {
    /// What was asked for may not be done by anybody.
    #[error("{0}")]
    Forbidden(String),
    /// What it needs is not there.
    #[error("{0}")]
    NotFound(String),
    /// What it would make is there already.
    #[error("{0}")]
    Exists(String),
    /// A service did not take its configuration; the old one is in force.
    #[error("{service} did not take its configuration: {reason}", service = .service.name())]
    Rejected {
        /// The service.
        service: Service,
        /// What its checker said.
        reason: String,
    },
    /// The machine could not do it now.
    #[error("{0}")]
    Failed(String),
}

impl Refusal {
    /// A failure of the machine while something was done.
    pub(crate) fn failed(what: &str, cause: impl std::fmt::Display) -> Self {
        Self::Failed(format!("{what}: {cause}"))
    }
}
