//! `WordPressBackup::cancel`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Value, reply};

/// `WordPressBackup::cancel`.
#[derive(Input)]
pub struct Params {
    /// The site.
    pub site: String,
}

/// What `cancel` answers.
#[derive(Output)]
pub struct Reply {
    /// The ok flag: 0 or 1.
    pub ok: Flag,
    /// The site.
    pub site: Value,
}

/// See [`Params`].
pub struct Cancel;

impl Function for Cancel {
    const NAME: &'static str = "cancel";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
