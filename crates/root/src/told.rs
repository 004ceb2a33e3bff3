//! What the log says of a verb.

use crate::{Name, Verb};

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
            Self::Reboot { force } => ("reboot", if *force { "by force" } else { "" }.to_owned()),
            Self::SetHostname(name) => ("set hostname", name.to_string()),
            Self::PutUsers(users) => ("put users", some(users, |user| &user.name)),
            Self::CompareFiles(changes) => ("compare files", crate::managed::told(changes)),
            Self::CompareUsers(users) => ("compare users", some(users, |user| &user.name)),
            Self::Strays { .. } => ("strays", String::new()),
            Self::CheckService(service) => ("check service", service.name().to_owned()),
            Self::ExpireUsers(users) => ("expire users", format!("{} users", users.len())),
            Self::RemoveUser(name) => ("remove user", name.to_string()),
            Self::ListUsers => ("list users", String::new()),
            Self::HalfUsers => ("half users", String::new()),
            Self::LimitsUsers => ("limits users", String::new()),
            Self::MeasureUser(name) => ("measure user", name.to_string()),
            Self::Within { user, act } => (act.told(), user.to_string()),
            Self::MakeSite { user, .. } => ("make site", user.to_string()),
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

/// The first of a number of names.
fn some<T>(all: &[T], name: impl Fn(&T) -> &Name) -> String {
    let told: Vec<&str> = all.iter().take(3).map(|one| name(one).as_str()).collect();
    match all.len().saturating_sub(told.len()) {
        0 => told.join(", "),
        more => format!("{} and {more} more", told.join(", ")),
    }
}
