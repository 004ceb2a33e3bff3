//! `getlongtermsupport`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Value, reply};

/// Older listing of versions with long-term support.
#[derive(Input)]
pub struct Params;

/// What `getlongtermsupport` answers.
#[derive(Output)]
pub struct Reply {
    /// The tiers.
    pub tiers: BTreeMap<String, Vec<Tier>>,
}

/// One item of `tier`.
#[derive(Output)]
pub struct Tier {
    /// The build.
    pub build: String,
    /// The expires.
    #[param(absent)]
    pub expires: Option<Value>,
    /// Whether it is LTS.
    #[param(absent)]
    pub is_lts: Option<Flag>,
    /// Whether it is main.
    #[param(absent)]
    pub is_main: Option<Flag>,
    /// The named.
    #[param(absent)]
    pub named: Option<Vec<String>>,
}

/// See [`Params`].
pub struct Getlongtermsupport;

impl Function for Getlongtermsupport {
    const NAME: &'static str = "getlongtermsupport";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
