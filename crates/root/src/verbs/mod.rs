//! What each verb does: a module for each family.

mod homes;
mod users;
mod within;

pub(crate) use self::within::{Program, Workers};
use crate::{Answer, Refusal, Root, Verb};

/// Runs a verb.
pub(crate) fn run(root: &Root, verb: Verb) -> Result<Answer, Refusal> {
    match verb {
        Verb::PutUsers(users) => users::put(root, &users),
        Verb::ExpireUsers(users) => users::expire(root, &users),
        Verb::RemoveUser(name) => users::remove(root, &name),
        Verb::ListUsers => users::list(root),
        Verb::LimitsUsers => homes::enabled(&root.layout).map(Answer::Flag),
        Verb::MeasureUser(name) => within::usage(root, &name),
        Verb::Within { user, act } => within::act(root, &user, &act),
        Verb::CopyBetween { from, to } => within::copy(root, &from, &to),
        Verb::Publish(_)
        | Verb::Published(_)
        | Verb::Start(_)
        | Verb::Stop(_)
        | Verb::Reload(_)
        | Verb::Runs(_) => Err(Refusal::Failed("this is not built yet".to_owned())),
    }
}

/// Finishes what a killed process left half made or half removed.
pub(crate) fn sweep(root: &Root) {
    let swept = homes::Homes::open(&root.layout).and_then(|homes| homes.sweep());
    let swept = swept.and_then(|()| users::open(&root.layout)?.sweep().map_err(users::fault));
    if let Err(cause) = swept {
        tracing::warn!(%cause, "what a former run left half done stays as it is");
    }
}
