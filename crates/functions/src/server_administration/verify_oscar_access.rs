//! `verify_oscar_access`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Secret, reply};

/// Test ICQ notification credentials by a test message.
#[derive(Input)]
pub struct Params {
    /// The password.
    pub password: Secret,
    /// All digits: taken as ICQ, else as AOL; AIM no longer works.
    pub username: String,
}

/// What `verify_oscar_access` answers.
#[derive(Output)]
pub struct Reply {
    /// The message ID.
    pub message_id: String,
}

/// See [`Params`].
pub struct VerifyOscarAccess;

impl Function for VerifyOscarAccess {
    const NAME: &'static str = "verify_oscar_access";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
