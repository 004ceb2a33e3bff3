//! What each verb does: a module for each family.

pub(crate) mod ftp;
mod services;
pub(crate) mod traffic;

use crate::{Answer, Refusal, Root, Verb};

/// Runs a verb.
pub(crate) fn run(root: &Root, verb: Verb) -> Result<Answer, Refusal> {
    match verb {
        Verb::Start(service) => services::start(root, service),
        Verb::Stop(service) => services::stop(root, service),
        Verb::Reload(service) => services::reload(root, service),
        Verb::Runs(service) => services::runs(root, service),
        Verb::Traffic(position) => traffic::count(root, &position),
        Verb::FtpSessions(user) => ftp::sessions(root, &user),
        Verb::EndFtpSessions { user, login } => ftp::end(root, &user, login.as_ref()),
        Verb::Publish(_) | Verb::Published(_) => {
            Err(Refusal::Failed("this is not built yet".to_owned()))
        }
    }
}
