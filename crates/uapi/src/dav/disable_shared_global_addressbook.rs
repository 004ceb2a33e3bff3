//! `DAV::disable_shared_global_addressbook`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `DAV::disable_shared_global_addressbook`.
#[derive(Input)]
pub struct Params {
    /// The name.
    pub name: Option<String>,
}

/// What `disable_shared_global_addressbook` answers.
#[derive(Output)]
pub struct Reply {
    /// The shared flag: 0 or 1.
    pub shared: Flag,
}

/// See [`Params`].
pub struct DisableSharedGlobalAddressbook;

impl Function for DisableSharedGlobalAddressbook {
    const NAME: &'static str = "disable_shared_global_addressbook";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
