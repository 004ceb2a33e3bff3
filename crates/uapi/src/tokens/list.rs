//! `Tokens::list`

use api::{
    Cx, Effect, Flag, Function, Input, Needs, Output, Result, TokenName, UnixTime,
    records::{TokenKind, TokenRecord},
};
use functions::domain::tokens;

/// Lists the API tokens of the account, those that have ended too.
#[derive(Input)]
pub struct Params;

/// A token.
#[derive(Output)]
pub struct Item {
    /// Its name.
    pub name: TokenName,
    /// When it was made.
    pub create_time: UnixTime,
    /// When it ends; null for never.
    pub expires_at: Option<UnixTime>,
    /// Whether it calls all functions of the account: always.
    pub has_full_access: Flag,
    /// The features that it is limited to: none.
    pub features: Vec<String>,
    /// Whether it may only call functions that change nothing.
    #[param(absent)]
    pub readonly: Option<Flag>,
}

impl From<TokenRecord> for Item {
    fn from(token: TokenRecord) -> Self {
        Self {
            name: token.name,
            create_time: token.created,
            expires_at: token.expires,
            has_full_access: Flag(true),
            features: Vec::new(),
            readonly: Some(token.limited),
        }
    }
}

/// See [`Params`].
pub struct List;

impl Function for List {
    const NAME: &'static str = "list";
    const NEEDS: Needs = Needs::Features(&["apitokens"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Vec<Item>> {
        let tx = cx.host.store.read()?;
        let tokens = tokens::list(&*tx, TokenKind::Cpanel, &cx.caller.user)?;
        Ok(tokens.into_iter().map(|token| Item::from(token.record)).collect())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    #[test]
    fn an_account_sees_its_own_tokens_without_their_secrets() {
        let world = World::new().account("anna", "root").account("bert", "root");
        let form = [("name", "deploy"), ("readonly", "1")];
        let made = world.uapi_data("anna", "Tokens", "create_full_access", &form);
        let list = world.uapi_data("anna", "Tokens", "list", &[]);
        let created = &made["create_time"];
        assert_eq!(
            list,
            json!([{"name": "deploy", "create_time": created, "expires_at": null,
                    "has_full_access": 1, "features": [], "readonly": 1}])
        );
        assert_eq!(world.uapi_data("bert", "Tokens", "list", &[]), json!([]));
    }
}
