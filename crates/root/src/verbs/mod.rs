//! What each verb does: a module for each family.

pub(crate) mod ftp;
mod logins;
mod mail;
mod names;
mod publish;
mod services;
pub(crate) mod traffic;

pub(crate) use publish::{Publisher, sweep};

use crate::{Answer, Refusal, Root, Verb};

/// Runs a verb.
pub(crate) fn run(root: &Root, verb: Verb) -> Result<Answer, Refusal> {
    match verb {
        Verb::Publish(changes) => publish::publish(root, changes),
        Verb::Published(kind) => publish::published(root, kind),
        Verb::Start(service) => services::start(root, service),
        Verb::Stop(service) => services::stop(root, service),
        Verb::Reload(service) => services::reload(root, service).map(|_| Answer::Done),
        Verb::Runs(service) => services::runs(root, service),
        Verb::Reloads(service) => Ok(Answer::Count(root.publisher.figures.reloads(service))),
        Verb::Traffic(position) => traffic::count(root, &position),
        Verb::FtpSessions(user) => ftp::sessions(root, &user),
        Verb::EndFtpSessions { user, login } => ftp::end(root, &user, login.as_ref()),
        Verb::NameServerKey => names::key(root),
        Verb::ServeNames(serve) => names::serve(root, serve),
        Verb::ServesNames => names::serves(root).map(Answer::Flag),
        Verb::DatabaseLogin => logins::database_login(root),
        Verb::Mail(act) => mail::run(root, act).map(Answer::Mail),
    }
}
