//! `Themes::list`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// `Themes::list`.
#[derive(Input)]
pub struct Params {
    /// The show mail themes flag: 0 or 1.
    #[param(default = 0)]
    pub show_mail_themes: Flag,
}

/// See [`Params`].
pub struct List;

impl Function for List {
    const NAME: &'static str = "list";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
