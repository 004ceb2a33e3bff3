//! The one error a function may return.

use std::borrow::Cow;

use crate::HostName;

/// A [`Result`](std::result::Result) whose error is what the caller will be told.
pub type Result<T, E = Error> = std::result::Result<T, E>;

type Cause = Box<dyn std::error::Error + Send + Sync>;

/// Why a call failed: a kind to act on, a sentence for the caller, a cause for the log only.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct Error {
    kind: Kind,
    message: Cow<'static, str>,
    #[source]
    cause: Option<Cause>,
}

/// What a caller, a page or a job may want to tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// A parameter is missing or wrong.
    BadParam,
    /// The caller may not do this.
    Denied,
    /// What was named is not there, or not the caller's.
    NotFound,
    /// What was to be made is there already.
    Exists,
    /// The present state does not allow it.
    Conflict,
    /// A service of the machine did not do its part.
    Unavailable,
    /// The function is listed, but does not do its work yet.
    Unfinished,
    /// Too much is asked at once; the same call may pass later.
    Busy,
    /// We are at fault.
    Internal,
}

impl Error {
    /// An error with a sentence for the caller.
    pub fn new(kind: Kind, message: impl Into<Cow<'static, str>>) -> Self {
        Self { kind, message: message.into(), cause: None }
    }

    /// The same error with its cause, for the log.
    #[must_use]
    pub fn because(mut self, cause: impl Into<Cause>) -> Self {
        self.cause = Some(cause.into());
        self
    }

    /// What it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }
}

/// The cause of a refusal where no machine is driven: only a host can tell, that one where it is known.
#[derive(Debug, thiserror::Error)]
#[error("only the machine of a host can tell")]
pub struct OnlyHost(pub Option<HostName>);

impl Error {
    /// Which host can tell, where a machine was asked for that is not here.
    pub fn only_host(&self) -> Option<&OnlyHost> {
        self.cause.as_deref()?.downcast_ref()
    }

    /// A parameter that is missing or wrong: its name, then the rule.
    pub fn param(name: &str, problem: impl std::fmt::Display) -> Self {
        Self::new(Kind::BadParam, format!("{name}: {problem}"))
    }

    /// Something named that is not there, or not the caller's.
    pub fn not_found(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Kind::NotFound, message)
    }

    /// An act that the caller may not do.
    pub fn denied(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Kind::Denied, message)
    }

    /// A fault of ours; the caller learns only that there was one.
    pub fn internal(cause: impl Into<Cause>) -> Self {
        Self::new(Kind::Internal, "The server failed at its own work; its log says why.")
            .because(cause)
    }
}
