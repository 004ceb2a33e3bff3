//! `cPGreyList::list_domains`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// `cPGreyList::list_domains`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The c pgrey list.
    #[param(name = "cPGreyList")]
    pub c_pgrey_list: CPGreyList,
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
    pub kind: Type,
}

/// The c pgrey list.
#[derive(Output)]
pub struct CPGreyList {
    /// The total disabled.
    pub total_disabled: i64,
    /// The total enabled.
    pub total_enabled: i64,
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
pub struct ListDomains;

impl Function for ListDomains {
    const NAME: &'static str = "list_domains";
    const NEEDS: Needs = Needs::Features(&["greylist"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
