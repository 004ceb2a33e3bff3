//! `BoxTrapper::ignore_messages`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// `BoxTrapper::ignore_messages`.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: EmailAddress,
    /// The queuefile.
    pub queuefile: String,
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
    /// `ignore`.
    #[word("ignore")]
    Ignore,
}

/// See [`Params`].
pub struct IgnoreMessages;

impl Function for IgnoreMessages {
    const NAME: &'static str = "ignore_messages";
    const NEEDS: Needs = Needs::Features(&["boxtrapper"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
