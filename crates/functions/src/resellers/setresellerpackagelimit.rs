//! `setresellerpackagelimit`

use api::{Cx, Effect, Flag, Function, Input, Legacy, Needs, Result, UserName, reply};

/// Allow a package to one reseller or limit its number of uses.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: UserName,
    /// 1: may use the package; needs package.
    pub allowed: Option<Flag>,
    /// 1: unlimited use of packages.
    #[param(default = 0)]
    pub no_limit: Flag,
    /// At least 1; most accounts with the package; needs package.
    pub number: Option<i64>,
    /// Goes with number or allowed.
    pub package: Option<String>,
}

/// See [`Params`].
pub struct Setresellerpackagelimit;

impl Function for Setresellerpackagelimit {
    const NAME: &'static str = "setresellerpackagelimit";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::Result;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
