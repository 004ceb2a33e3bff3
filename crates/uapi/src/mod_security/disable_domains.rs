//! `ModSecurity::disable_domains`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// `ModSecurity::disable_domains`.
#[derive(Input)]
pub struct Params {
    /// The domains.
    pub domains: String,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The dependencies.
    pub dependencies: Vec<String>,
    /// The domain.
    pub domain: String,
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
    /// The exception.
    pub exception: String,
    /// The searchhint.
    pub searchhint: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `main`.
    #[word("main")]
    Main,
    /// `sub`.
    #[word("sub")]
    Sub,
}

/// See [`Params`].
pub struct DisableDomains;

impl Function for DisableDomains {
    const NAME: &'static str = "disable_domains";
    const NEEDS: Needs = Needs::Features(&["modsecurity"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
