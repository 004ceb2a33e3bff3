//! `BoxTrapper::get_message`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Value, reply};

/// `BoxTrapper::get_message`.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: String,
    /// The queuefile.
    pub queuefile: String,
}

/// What `get_message` answers.
#[derive(Output)]
pub struct Reply {
    /// The content.
    pub content: String,
    /// The contents.
    pub contents: Value,
    /// The queuefile.
    pub queuefile: String,
}

/// See [`Params`].
pub struct GetMessage;

impl Function for GetMessage {
    const NAME: &'static str = "get_message";
    const NEEDS: Needs = Needs::Features(&["boxtrapper"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
