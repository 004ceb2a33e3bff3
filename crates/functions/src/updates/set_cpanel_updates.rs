//! `set_cpanel_updates`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Sets how often the product updates.
#[derive(Input)]
pub struct Params {
    /// The updates.
    pub updates: Updates,
}

/// What `updates` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Updates {
    /// `daily`.
    #[word("daily")]
    Daily,
    /// `manual`.
    #[word("manual")]
    Manual,
    /// `never`.
    #[word("never")]
    Never,
}

/// What `set_cpanel_updates` answers.
#[derive(Output)]
pub struct Reply {
    /// The updates.
    pub updates: Updates,
}

/// See [`Params`].
pub struct SetCpanelUpdates;

impl Function for SetCpanelUpdates {
    const NAME: &'static str = "set_cpanel_updates";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
