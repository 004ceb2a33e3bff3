//! What each verb does: a module for each family.

mod mail;
mod services;

use crate::{Answer, Refusal, Root, Verb};

/// Runs a verb.
pub(crate) fn run(root: &Root, verb: Verb) -> Result<Answer, Refusal> {
    match verb {
        Verb::Start(service) => services::start(root, service),
        Verb::Stop(service) => services::stop(root, service),
        Verb::Reload(service) => services::reload(root, service),
        Verb::Runs(service) => services::runs(root, service),
        Verb::Mail(act) => mail::run(root, act).map(Answer::Mail),
        Verb::Publish(_) | Verb::Published(_) => {
            Err(Refusal::Failed("this is not built yet".to_owned()))
        }
    }
}
