//! `WordPressBackup::cleanup`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `WordPressBackup::cleanup`.
#[derive(Input)]
pub struct Params {
    /// The site.
    pub site: String,
}

/// What `cleanup` answers.
#[derive(Output)]
pub struct Reply {
    /// The ok flag: 0 or 1.
    pub ok: Flag,
    /// The site.
    pub site: String,
}

/// See [`Params`].
pub struct Cleanup;

impl Function for Cleanup {
    const NAME: &'static str = "cleanup";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
