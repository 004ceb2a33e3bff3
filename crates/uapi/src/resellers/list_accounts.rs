//! `Resellers::list_accounts`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// .
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The domain.
    pub domain: String,
    /// The select.
    pub select: Select,
    /// The user.
    pub user: String,
}

/// What `select` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Select {
    /// `1`.
    #[word("1")]
    Number1,
    /// Empty.
    #[word("")]
    Empty,
}

/// See [`Params`].
pub struct ListAccounts;

impl Function for ListAccounts {
    const NAME: &'static str = "list_accounts";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
