//! `Email::list_pops`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Lists mailboxes.
#[derive(Input)]
pub struct Params {
    /// 1 skips the check of the mail database.
    #[param(default = 0)]
    pub no_validate: Flag,
    /// Perl-style pattern that filters.
    pub regex: Option<String>,
    /// 1 leaves the main account out.
    #[param(default = 0)]
    pub skip_main: Flag,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The email.
    pub email: String,
    /// The login.
    pub login: String,
    /// The suspended incoming flag: 0 or 1.
    pub suspended_incoming: Flag,
    /// The suspended login flag: 0 or 1.
    pub suspended_login: Flag,
}

/// See [`Params`].
pub struct ListPops;

impl Function for ListPops {
    const NAME: &'static str = "list_pops";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
