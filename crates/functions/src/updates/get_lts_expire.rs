//! `get_lts_expire`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Lists builds by branch and tier, with LTS marks.
#[derive(Input)]
pub struct Params;

/// What `get_lts_expire` answers.
#[derive(Output)]
pub struct Reply {
    /// The branch.
    pub branch: BTreeMap<String, Vec<Branch>>,
    /// The flags.
    pub flags: BTreeMap<String, Flag>,
    /// The tiers.
    pub tiers: BTreeMap<String, Vec<Tier>>,
}

/// One item of `branch`.
#[derive(Output)]
pub struct Branch {
    /// The build.
    pub build: String,
    /// Whether it is main.
    pub is_main: Flag,
}

/// One item of `tier`.
#[derive(Output)]
pub struct Tier {
    /// The build.
    pub build: String,
    /// The expires.
    #[param(absent)]
    pub expires: Option<String>,
    /// Whether it is LTS.
    #[param(absent)]
    pub is_lts: Option<Flag>,
    /// Whether it is main.
    pub is_main: Flag,
    /// The named.
    #[param(absent)]
    pub named: Option<Vec<Named>>,
}

/// What `named` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Named {
    /// `edge`.
    #[word("edge")]
    Edge,
    /// `current`.
    #[word("current")]
    Current,
    /// `release`.
    #[word("release")]
    Release,
    /// `stable`.
    #[word("stable")]
    Stable,
    /// `lts`.
    #[word("lts")]
    Lts,
}

/// See [`Params`].
pub struct GetLtsExpire;

impl Function for GetLtsExpire {
    const NAME: &'static str = "get_lts_expire";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
