//! `verify_icq_access`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Test the ICQ accounts of the server's contact information.
#[derive(Input)]
pub struct Params;

/// What `verify_icq_access` answers.
#[derive(Output)]
pub struct Reply {
    /// The message ID.
    pub message_id: String,
}

/// See [`Params`].
pub struct VerifyIcqAccess;

impl Function for VerifyIcqAccess {
    const NAME: &'static str = "verify_icq_access";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
