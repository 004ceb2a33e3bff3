//! `api_token_list`

use std::collections::BTreeMap;

use api::{
    Acl, AclSet, Cx, Effect, Flag, Function, Input, Needs, Output, Result, TokenName, UnixTime,
    records::TokenKind,
};

use crate::domain::tokens::{self, FoundToken, Sources};

/// Lists the caller's API tokens. The tokens themselves cannot be read again.
#[derive(Debug, Input)]
pub struct Params {}

/// The tokens.
#[derive(Debug, Output)]
pub struct Reply {
    /// The tokens, by name.
    pub tokens: BTreeMap<TokenName, Token>,
}

/// A token.
#[derive(Debug, Output)]
pub struct Token {
    /// Each privilege with 1 or 0.
    pub acls: BTreeMap<Acl, Flag>,
    /// When it was made.
    pub create_time: UnixTime,
    /// When it ends; null for never.
    pub expires_at: Option<UnixTime>,
    /// Its name.
    pub name: TokenName,
    /// From where it may be used; null for anywhere.
    pub whitelist_ips: Sources,
}

/// See [`Params`].
pub struct ApiTokenList;

impl Function for ApiTokenList {
    const NAME: &'static str = "api_token_list";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageApiTokens]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let found = tokens::list(&*tx, TokenKind::Whm, &cx.caller.user)?;
        for token in found.iter().filter(|token| token.record.suspended.0) {
            cx.warn(format!(
                "The token “{}” is suspended since the password was changed; it works again when it \
                 is updated.",
                token.record.name
            ));
        }
        let named =
            |token: FoundToken| (token.record.name.clone(), Token::of(token, cx.caller.owner_acls));
        Ok(Reply { tokens: found.into_iter().map(named).collect() })
    }
}

impl Token {
    fn of(token: FoundToken, owner: AclSet) -> Self {
        let acls = token.limit.map_or(owner, |limit| limit.intersect(owner));
        Self {
            acls: Acl::ALL.iter().map(|acl| (*acl, Flag(acls.grants(*acl)))).collect(),
            create_time: token.record.created,
            expires_at: token.record.expires,
            name: token.record.name,
            whitelist_ips: token.sources,
        }
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn each_has_the_own_tokens_with_what_they_open() {
        let world = World::new().reseller("bob", &[Acl::ManageApiTokens, Acl::ListAccts]);
        let form = [("token_name", "a"), ("acl", "list-accts")];
        let token = world.data("bob", "api_token_create", &form)["token"].to_string();
        world.data("root", "api_token_create", &[("token_name", "b")]);
        let data = world.data("bob", "api_token_list", &[]);
        let tokens = data["tokens"].as_object().unwrap();
        assert_eq!(tokens.keys().collect::<Vec<_>>(), ["a"]);
        let acls = &tokens["a"]["acls"];
        assert_eq!((&acls["list-accts"], &acls["manage-api-tokens"]), (&1.into(), &0.into()));
        assert_eq!(tokens["a"]["name"], "a");
        assert!(!data.to_string().contains(&token));
        let root = world.data("root", "api_token_list", &[]);
        assert_eq!(root["tokens"]["b"]["acls"]["kill-acct"], 1);
    }
}
