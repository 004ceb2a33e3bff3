//! What the log says of a verb.

use crate::{User, Verb};

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
            Self::PutAddress { ip, prefix } => ("put address", format!("{ip}/{prefix}")),
            Self::RemoveAddress(ip) => ("remove address", ip.to_string()),
            Self::ListAddresses => ("list addresses", String::new()),
            Self::SetHostname(name) => ("set hostname", name.to_string()),
            Self::PutUsers(users) => ("put users", names(users)),
            Self::ExpireUsers(users) => ("expire users", format!("{} users", users.len())),
            Self::RemoveUser(name) => ("remove user", name.to_string()),
            Self::ListUsers => ("list users", String::new()),
            Self::LimitsUsers => ("limits users", String::new()),
            Self::MeasureUser(name) => ("measure user", name.to_string()),
            Self::Within { user, act } => ("within", format!("{user}: {}", act.told())),
            Self::CopyBetween { from, to } => ("copy between", format!("{} {}", from.0, to.0)),
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

/// The users' names, as many as a line of a log takes.
fn names(users: &[User]) -> String {
    const MOST: usize = 5;
    let names: Vec<&str> = users.iter().take(MOST).map(|user| user.name.as_str()).collect();
    match users.len().saturating_sub(MOST) {
        0 => names.join(" "),
        more => format!("{} and {more} more", names.join(" ")),
    }
}
