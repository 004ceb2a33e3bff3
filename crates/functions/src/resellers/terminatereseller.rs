//! `terminatereseller`

use api::{Cx, Effect, Flag, Function, Input, Legacy, Needs, Output, Result, UserName, reply};

/// Delete all accounts of a reseller and, if asked, the reseller.
#[derive(Input)]
pub struct Params {
    /// 1: delete the main account of the reseller too; 0: keep it.
    pub terminatereseller: Flag,
    /// The user.
    pub user: UserName,
}

/// What `terminatereseller` answers.
#[derive(Output)]
pub struct Reply {
    /// The account.
    pub acct: Vec<Acct>,
}

/// One item of `acct`.
#[derive(Output)]
pub struct Acct {
    /// The output.
    pub output: OutputPart,
    /// The reason.
    pub reason: String,
    /// The result flag: 0 or 1.
    pub result: Flag,
    /// The user.
    pub user: String,
}

/// The output.
#[derive(Output)]
pub struct OutputPart {
    /// The raw.
    pub raw: String,
}

/// See [`Params`].
pub struct Terminatereseller;

impl Function for Terminatereseller {
    const NAME: &'static str = "terminatereseller";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::Result;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
