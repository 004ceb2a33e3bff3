//! `SSL::list_ssl_items`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Lists stored keys, requests or certificates by domain.
#[derive(Input)]
pub struct Params {
    /// The domains: one or several.
    pub domains: Option<String>,
    /// Key, csr, crt; one or several.
    #[param(default = "key")]
    pub item: String,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The host.
    pub host: String,
    /// The ID.
    pub id: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `key`.
    #[word("key")]
    Key,
    /// `csr`.
    #[word("csr")]
    Csr,
    /// `crt`.
    #[word("crt")]
    Crt,
}

/// See [`Params`].
pub struct ListSslItems;

impl Function for ListSslItems {
    const NAME: &'static str = "list_ssl_items";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
