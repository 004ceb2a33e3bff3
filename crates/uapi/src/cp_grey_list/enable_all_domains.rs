//! `cPGreyList::enable_all_domains`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `cPGreyList::enable_all_domains`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The dependencies.
    pub dependencies: Vec<String>,
    /// The domain.
    pub domain: String,
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
    /// The searchhint.
    pub searchhint: String,
    /// The type.
    #[param(name = "type")]
    pub kind: String,
}

/// See [`Params`].
pub struct EnableAllDomains;

impl Function for EnableAllDomains {
    const NAME: &'static str = "enable_all_domains";
    const NEEDS: Needs = Needs::Features(&["greylist"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
