//! What each verb does: a module for each family.

use crate::{Answer, Refusal, Root, Verb};

/// Runs a verb.
pub(crate) fn run(_root: &Root, verb: Verb) -> Result<Answer, Refusal> {
    match verb {
        Verb::Publish(_)
        | Verb::Published(_)
        | Verb::Start(_)
        | Verb::Stop(_)
        | Verb::Reload(_)
        | Verb::Runs(_) => Err(Refusal::Failed("this is not built yet".to_owned())),
    }
}
