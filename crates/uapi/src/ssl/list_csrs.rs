//! `SSL::list_csrs`

use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::tls::{self, facts::RequestItem, items};

/// Lists the account's certificate signing requests.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct ListCsrs;

impl Function for ListCsrs {
    const NAME: &'static str = "list_csrs";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<RequestItem>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let account = tls::own(cx)?;
        let rows = items::all(&*cx.host.store.read()?, &account)?;
        rows.iter().map(|row| RequestItem::of(cx.host, row)).collect()
    }
}
