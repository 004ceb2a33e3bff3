//! `SSL::list_keys`

use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::tls::{self, facts::KeyItem, items};

/// Lists the account's private keys, by their public halves.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct ListKeys;

impl Function for ListKeys {
    const NAME: &'static str = "list_keys";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<KeyItem>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let account = tls::own(cx)?;
        let keys = items::all(&*cx.host.store.read()?, &account)?;
        keys.iter().map(|key| KeyItem::of(cx.host, key)).collect()
    }
}
