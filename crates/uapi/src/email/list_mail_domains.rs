//! `Email::list_mail_domains`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Lists the account's mail domains.
#[derive(Input)]
pub struct Params {
    /// Add www: also www. names.
    #[param(default = 0)]
    pub add_www: Flag,
    /// Include wildcard: also `*`. names.
    #[param(default = 0)]
    pub include_wildcard: Flag,
    /// Domain whose row gets `select=1`.
    pub select: Option<DomainName>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The domain.
    pub domain: String,
    /// The select.
    #[param(absent)]
    pub select: Option<i64>,
}

/// See [`Params`].
pub struct ListMailDomains;

impl Function for ListMailDomains {
    const NAME: &'static str = "list_mail_domains";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
