//! Why a member could not be asked.

use std::{error::Error, io};

use tokio_rustls::rustls;

type Cause = Box<dyn Error + Send + Sync>;

/// Why a member could not be asked, as the end of a sentence about it. What it said is in none of them.
#[derive(Debug, thiserror::Error)]
pub(super) enum Fault {
    /// Nobody is there, or nobody says anything.
    #[error("does not answer")]
    Silent(#[source] io::Error),
    /// It may be another.
    #[error("shows a certificate that is not the one trusted for it")]
    Untrusted(#[source] io::Error),
    /// It said something else than was asked.
    #[error("gives no answer of WHM API 1")]
    Strange(#[source] Cause),
    /// It answered with a status that says neither yes nor no.
    #[error("answers with the status {0}")]
    Status(u16),
}

impl Fault {
    /// What kept TLS from being agreed on.
    pub(super) fn of_handshake(cause: io::Error) -> Self {
        let tls = cause.get_ref().and_then(|cause| cause.downcast_ref::<rustls::Error>());
        match tls {
            Some(rustls::Error::InvalidCertificate(_)) => Self::Untrusted(cause),
            Some(_) => Self::Strange(cause.into()),
            None => Self::Silent(cause),
        }
    }

    /// An answer that cannot be understood.
    pub(super) fn strange(cause: impl Into<Cause>) -> Self {
        Self::Strange(cause.into())
    }
}
