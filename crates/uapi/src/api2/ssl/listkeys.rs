//! `SSL::listkeys`

use api::{Cx, Effect, Function, Input, Needs, Output, Result};
use functions::domain::tls::{
    self,
    listing::{self, ItemKind, ItemKinds},
    names::DomainList,
};

/// Lists the account's private keys by the domains that they are for.
#[derive(Input)]
pub struct Params;

/// A row.
#[derive(Output)]
pub struct Row {
    /// The domain that it is for.
    pub host: String,
    /// Its id.
    pub id: String,
}

/// See [`Params`].
pub struct Listkeys;

impl Function for Listkeys {
    const NAME: &'static str = "listkeys";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let kinds = ItemKinds::only(ItemKind::Key);
        let found = listing::by_host(cx.host, &tls::own(cx)?, &kinds, &DomainList::default())?;
        Ok(found.into_iter().map(|(host, id, _)| Row { host, id }).collect())
    }
}
