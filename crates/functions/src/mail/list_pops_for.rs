//! `list_pops_for`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, UserName, reply};

/// Lists the email accounts of a cPanel account.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: UserName,
}

/// What `list_pops_for` answers.
#[derive(Output)]
pub struct Reply {
    /// The pops.
    pub pops: Vec<String>,
}

/// See [`Params`].
pub struct ListPopsFor;

impl Function for ListPopsFor {
    const NAME: &'static str = "list_pops_for";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AcctSummary]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
