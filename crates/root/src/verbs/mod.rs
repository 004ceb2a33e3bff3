//! What each verb does: a module for each family.

pub(crate) mod addresses;
pub(crate) mod ftp;
mod homes;
mod hostname;
mod logins;
mod mail;
mod names;
mod publish;
mod services;
pub(crate) mod traffic;
mod users;
mod within;

pub(crate) use publish::{Publisher, sweep};
pub(crate) use services::start;
pub(crate) use within::{Program, Workers};

use crate::{Answer, Refusal, Root, Verb};

/// Runs a verb.
pub(crate) fn run(root: &Root, verb: Verb) -> Result<Answer, Refusal> {
    match verb {
        Verb::Publish(changes) => publish::publish(root, changes),
        Verb::Published(kind) => publish::published(root, kind),
        Verb::Start(service) => start(root, service),
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
        Verb::PutAddress { ip, prefix } => addresses::put(root, ip, prefix),
        Verb::RemoveAddress(ip) => addresses::remove(root, ip),
        Verb::ListAddresses => addresses::list(root),
        Verb::SetHostname(name) => hostname::set(&name),
        Verb::PutUsers(users) => users::put(root, &users),
        Verb::ExpireUsers(users) => users::expire(root, &users),
        Verb::RemoveUser(name) => users::remove(root, &name),
        Verb::ListUsers => users::list(root),
        Verb::LimitsUsers => homes::enabled(&root.layout).map(Answer::Flag),
        Verb::MeasureUser(name) => within::usage(root, &name),
        Verb::Within { user, act } => within::act(root, &user, &act),
        Verb::CopyBetween { from, to } => within::copy(root, &from, &to),
    }
}

/// Finishes what a killed process left half made or half removed.
pub(crate) fn sweep_homes(root: &Root) {
    let swept = homes::Homes::open(&root.layout).and_then(|homes| homes.sweep());
    let swept = swept.and_then(|()| users::open(&root.layout)?.sweep().map_err(users::fault));
    if let Err(cause) = swept {
        tracing::warn!(%cause, "what a former run left half done stays as it is");
    }
}
