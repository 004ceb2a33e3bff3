//! What each verb does: a module for each family.

pub(crate) mod addresses;
pub(crate) mod ftp;
mod homes;
mod hostname;
mod logins;
mod mail;
mod names;
mod own_logins;
mod publish;
pub(crate) mod services;
mod strays;
pub(crate) mod traffic;
mod users;
mod within;

pub(crate) use homes::{hold_strays, unlimited};
pub(crate) use publish::Publisher;
pub(crate) use services::start;
pub(crate) use within::{Program, Workers};

use crate::{Answer, Layout, Refusal, Root, Verb};

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
        Verb::Reboot { force } => services::reboot(root, force),
        Verb::SetHostname(name) => hostname::set(&name),
        Verb::PutUsers(users) => users::put(root, &users),
        Verb::CompareFiles(changes) => publish::compare(root, changes),
        Verb::CompareUsers(users) => users::compare(root, &users),
        Verb::Strays { older_than } => strays::find(root, older_than),
        Verb::CheckService(service) => services::check(root, service),
        Verb::ExpireUsers(users) => users::expire(root, &users),
        Verb::RemoveUser(name) => users::remove(root, &name),
        Verb::ListUsers => users::list(root),
        Verb::HalfUsers => users::halves(root),
        Verb::LimitsUsers => homes::enabled(&root.layout).map(Answer::Flag),
        Verb::MeasureUser(name) => within::usage(root, &name),
        Verb::Within { user, act } => within::act(root, &user, &act),
        Verb::MakeSite { user, place } => homes::sites::make(root, &user, &place),
        Verb::CopyBetween { from, to } => within::copy(root, &from, &to),
    }
}

/// Removes what an earlier process, killed in the middle of its work, left.
pub(crate) fn sweep(layout: &Layout) {
    let swept = [
        publish::sweep(layout).map_err(|cause| Refusal::failed("staged files stay", cause)),
        homes::sweep(layout),
        users::sweep(layout),
    ];
    for cause in swept.into_iter().filter_map(Result::err) {
        tracing::error!(%cause, "what an earlier process left was not removed");
    }
}
