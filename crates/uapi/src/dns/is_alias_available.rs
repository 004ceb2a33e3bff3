//! `DNS::is_alias_available`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Tell whether ALIAS and ANAME records are supported, and the resolver in use.
#[derive(Input)]
pub struct Params;

/// What `is_alias_available` answers.
#[derive(Output)]
pub struct Reply {
    /// The alias flag: 0 or 1.
    pub alias: Flag,
    /// The aname flag: 0 or 1.
    pub aname: Flag,
    /// The resolver.
    #[param(absent)]
    pub resolver: Option<String>,
}

/// See [`Params`].
pub struct IsAliasAvailable;

impl Function for IsAliasAvailable {
    const NAME: &'static str = "is_alias_available";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
