//! What the log says of a verb.

use crate::Verb;

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
            Self::NameServerKey => ("name server key", String::new()),
            Self::ServeNames(serve) => ("serve names", serve.to_string()),
            Self::ServesNames => ("serves names", String::new()),
            Self::DatabaseLogin => ("database login", String::new()),
            Self::Traffic(_) => ("traffic", String::new()),
            Self::FtpSessions(user) => ("ftp sessions", user.to_string()),
            Self::EndFtpSessions { user, .. } => ("end ftp sessions", user.to_string()),
        }
    }
}
