//! `api_token_revoke`

use std::collections::BTreeSet;

use api::{Acl, Cx, Effect, Error, Function, Input, Needs, Result, TokenName, records::TokenKind};

use crate::domain::{
    change::{Change, OnFailure},
    tokens,
};

/// Removes API tokens of the caller: all that are named, or none.
#[derive(Debug, Input)]
pub struct Params {
    /// Their names.
    #[param(family)]
    pub token_name: Vec<TokenName>,
}

/// See [`Params`].
pub struct ApiTokenRevoke;

impl Function for ApiTokenRevoke {
    const NAME: &'static str = "api_token_revoke";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageApiTokens]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        if params.token_name.is_empty() {
            return Err(Error::param("token_name", "is required"));
        }
        let mut change = Change::begin(cx)?;
        for name in params.token_name.iter().collect::<BTreeSet<_>>() {
            let token = tokens::named(change.tx(), TokenKind::Whm, &cx.caller.user, name)?;
            tokens::remove(&mut change, &token.record)?;
        }
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use api::records::{TokenAcl, TokenRecord, TokenSource};

    use crate::testing::World;

    #[test]
    fn all_named_go_or_none() {
        let world = World::new();
        for name in ["a", "b"] {
            let form = [("token_name", name), ("acl", "passwd"), ("whitelist_ip", "192.0.2.1")];
            world.data("root", "api_token_create", &form);
        }
        let count = || {
            let tx = world.host.store.read().unwrap();
            let acls = tx.count::<TokenAcl>(&[]).unwrap() + tx.count::<TokenSource>(&[]).unwrap();
            (tx.count::<TokenRecord>(&[]).unwrap(), acls)
        };
        let form = [("token_name-1", "a"), ("token_name-2", "none")];
        assert!(world.refusal("root", "api_token_revoke", &form).starts_with("token_name: "));
        assert_eq!(count(), (2, 4));
        world.data("root", "api_token_revoke", &[("token_name", "a"), ("token_name-1", "b")]);
        assert_eq!(count(), (0, 0));
        assert_eq!(world.refusal("root", "api_token_revoke", &[]), "token_name: is required");
    }

    #[test]
    fn nobody_removes_anothers() {
        let world = World::new().reseller("bob", &[api::Acl::ManageApiTokens]);
        world.data("root", "api_token_create", &[("token_name", "a")]);
        assert!(world.call("bob", "api_token_revoke", &[("token_name", "a")]).is_err());
        assert_eq!(
            world.data("root", "api_token_list", &[])["tokens"].as_object().unwrap().len(),
            1
        );
    }
}
