//! `BoxTrapper::delete_messages`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// `BoxTrapper::delete_messages`.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: EmailAddress,
    /// The queuefile.
    pub queuefile: String,
    /// The all like flag: 0 or 1.
    #[param(default = 0)]
    pub all_like: Flag,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The email.
    pub email: String,
    /// The failed flag: 0 or 1.
    pub failed: Flag,
    /// The matches.
    pub matches: Vec<String>,
    /// The operator.
    pub operator: Operator,
    /// The reason.
    pub reason: String,
    /// The warning flag: 0 or 1.
    pub warning: Flag,
}

/// What `operator` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Operator {
    /// `delete`.
    #[word("delete")]
    Delete,
}

/// See [`Params`].
pub struct DeleteMessages;

impl Function for DeleteMessages {
    const NAME: &'static str = "delete_messages";
    const NEEDS: Needs = Needs::Features(&["boxtrapper"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
