//! `BoxTrapper::process_messages`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// `BoxTrapper::process_messages`.
#[derive(Input)]
pub struct Params {
    /// The action.
    pub action: Action,
    /// The queuefile.
    pub queuefile: String,
    /// The email.
    pub email: Option<EmailAddress>,
}

/// What `action` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Action {
    /// `deliver`.
    #[word("deliver")]
    Deliver,
    /// `deliverall`.
    #[word("deliverall")]
    Deliverall,
    /// `delete`.
    #[word("delete")]
    Delete,
    /// `deleteall`.
    #[word("deleteall")]
    Deleteall,
    /// `blacklist`.
    #[word("blacklist")]
    Blacklist,
    /// `whitelist`.
    #[word("whitelist")]
    Whitelist,
    /// `ignore`.
    #[word("ignore")]
    Ignore,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The email.
    pub email: Option<String>,
    /// The failed flag: 0 or 1.
    pub failed: Flag,
    /// The matches.
    pub matches: Vec<String>,
    /// The operator.
    pub operator: Operator,
    /// The reason.
    pub reason: String,
}

/// What `operator` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Operator {
    /// `deliver`.
    #[word("deliver")]
    Deliver,
    /// `deliverall`.
    #[word("deliverall")]
    Deliverall,
    /// `delete`.
    #[word("delete")]
    Delete,
    /// `deleteall`.
    #[word("deleteall")]
    Deleteall,
    /// `blacklist`.
    #[word("blacklist")]
    Blacklist,
    /// `whitelist`.
    #[word("whitelist")]
    Whitelist,
    /// `ignore`.
    #[word("ignore")]
    Ignore,
}

/// See [`Params`].
pub struct ProcessMessages;

impl Function for ProcessMessages {
    const NAME: &'static str = "process_messages";
    const NEEDS: Needs = Needs::Features(&["boxtrapper"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
