//! `api_token_create`

use api::{
    Acl, Cx, Effect, Error, Flag, Function, Input, Needs, Output, Result, TokenName, UnixTime,
    records::{TokenKind, TokenRecord},
};

use crate::domain::{
    change::{Change, OnFailure},
    tokens::{self, FoundToken, Sources},
};

/// Makes an API token for the caller. The token is in the answer, and can never be read again.
#[derive(Debug, Input)]
pub struct Params {
    /// Its name, which no other token of the caller has.
    pub token_name: TokenName,
    /// Its privileges, of those that the call has; all of them where none is given.
    #[param(family)]
    pub acl: Vec<Acl>,
    /// When it ends; 0 is never.
    #[param(default = 0)]
    pub expires_at: UnixTime,
    /// The addresses and ranges from which it may be used; from anywhere where none is given.
    #[param(family)]
    pub whitelist_ip: Option<Sources>,
}

/// The token.
#[derive(Debug, Output)]
pub struct Reply {
    /// Its privileges.
    pub acls: Vec<Acl>,
    /// When it was made.
    pub create_time: UnixTime,
    /// When it ends; null for never.
    pub expires_at: Option<UnixTime>,
    /// Its name.
    pub name: TokenName,
    /// The token itself.
    pub token: String,
    /// From where it may be used; null for anywhere.
    pub whitelist_ips: Sources,
}

/// See [`Params`].
pub struct ApiTokenCreate;

impl Function for ApiTokenCreate {
    const NAME: &'static str = "api_token_create";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageApiTokens]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        if !cx.caller.secure {
            return Err(Error::denied("A token is made over an encrypted connection only."));
        }
        let user = &cx.caller.user;
        let limit = tokens::limit(cx.caller, &params.acl)?;
        let expires = tokens::expiry(cx, params.expires_at)?;
        let token = cx.random_text(32)?;
        let record = TokenRecord {
            digest: tokens::digest(cx.host, TokenKind::Whm, &token),
            kind: TokenKind::Whm,
            user_name: user.clone(),
            name: params.token_name,
            created: cx.now(),
            expires,
            limited: Flag(limit.is_some()),
            suspended: Flag(false),
        };
        let sources = params.whitelist_ip.unwrap_or_default();
        let made = FoundToken { record, limit, sources };
        let mut change = Change::begin(cx)?;
        tokens::check_free(change.tx(), "token_name", TokenKind::Whm, user, &made.record.name)?;
        tokens::save(&mut change, &made)?;
        change.commit(OnFailure::Undo)?;
        Ok(Reply {
            acls: limit.unwrap_or(cx.caller.acls).iter().collect(),
            create_time: made.record.created,
            expires_at: expires,
            name: made.record.name,
            token,
            whitelist_ips: made.sources,
        })
    }
}

#[cfg(test)]
mod tests {
    use api::{
        Acl, AclSet, UserName, Value,
        records::{TokenKind, TokenRecord},
    };

    use crate::{domain::tokens, testing::World};

    fn world() -> World {
        World::new().reseller("bob", &[Acl::ManageApiTokens, Acl::ListAccts, Acl::Passwd])
    }

    fn found(
        world: &World,
        kind: TokenKind,
        user: &str,
        token: &str,
    ) -> Option<tokens::FoundToken> {
        let tx = world.host.store.read().unwrap();
        let user: UserName = user.parse().unwrap();
        tokens::find(&*tx, &world.host, kind, &user, token, world.host.clock.now()).unwrap()
    }

    #[test]
    fn a_token_opens_what_it_was_made_for_and_is_kept_as_a_digest() {
        let world = world();
        let form = [
            ("token_name", "billing"),
            ("acl", "list-accts"),
            ("acl-1", "passwd"),
            ("whitelist_ip-0", "2001:db8::/32"),
            ("expires_at", "1767225700"),
        ];
        let data = world.data("bob", "api_token_create", &form);
        let token = data["token"].as_str().unwrap();
        assert_eq!(token.len(), 32);
        assert_eq!(data["acls"], serde_json::json!(["list-accts", "passwd"]));
        assert_eq!(data["whitelist_ips"][0], "2001:0db8:0000:0000:0000:0000:0000:0000/32");
        let kept = found(&world, TokenKind::Whm, "bob", token).unwrap();
        let limit: AclSet = [Acl::ListAccts, Acl::Passwd].into_iter().collect();
        assert_eq!(kept.limit, Some(limit));
        assert!(!kept.sources.admit(Some("192.0.2.1".parse().unwrap())));
        let rows: Vec<TokenRecord> = world.host.store.read().unwrap().matching(vec![]).unwrap();
        assert!(!format!("{rows:?}").contains(token));
        assert!(found(&world, TokenKind::Cpanel, "bob", token).is_none());
        assert!(found(&world, TokenKind::Whm, "root", token).is_none());
        assert!(found(&world, TokenKind::Whm, "bob", token.split_at(31).0).is_none());
        world.clock.advance(100);
        assert!(found(&world, TokenKind::Whm, "bob", token).is_none());
    }

    #[test]
    fn without_privileges_given_it_has_all_of_the_callers() {
        let world = world();
        let data = world.data("bob", "api_token_create", &[("token_name", "all")]);
        assert_eq!(data["acls"].as_array().unwrap().len(), 3);
        assert_eq!((&data["expires_at"], &data["whitelist_ips"]), (&Value::Null, &Value::Null));
        let token = data["token"].as_str().unwrap();
        assert_eq!(found(&world, TokenKind::Whm, "bob", token).unwrap().limit, None);
    }

    #[test]
    fn a_limited_token_makes_only_tokens_within_its_own_set() {
        let world = world();
        let narrow = world.token_caller("bob", &[Acl::ManageApiTokens, Acl::ListAccts]);
        let create = |form: &[(&str, &str)]| world.call_as(&narrow, "api_token_create", form);
        let data = create(&[("token_name", "a")]).unwrap().data;
        assert_eq!(data["acls"], serde_json::json!(["list-accts", "manage-api-tokens"]));
        let token = found(&world, TokenKind::Whm, "bob", data["token"].as_str().unwrap()).unwrap();
        assert_eq!(token.limit, Some(narrow.acls));
        for acl in ["passwd", "all"] {
            let said = create(&[("token_name", "b"), ("acl", acl)]).unwrap_err().to_string();
            assert!(said.starts_with("acl: "), "{said}");
        }
    }

    #[test]
    fn what_is_wrong_is_named_and_nothing_is_made() {
        let world = world();
        world.data("bob", "api_token_create", &[("token_name", "a")]);
        for (name, text, part) in [
            ("token_name", "a", "token_name: you have"),
            ("token_name", "a b", "token_name: "),
            ("acl", "create-acct", "acl: "),
            ("acl-0", "no-such", "acl: "),
            ("expires_at", "5", "expires_at: "),
            ("whitelist_ip", "x", "whitelist_ip: "),
        ] {
            let said =
                world.refusal("bob", "api_token_create", &[("token_name", "b"), (name, text)]);
            assert!(said.starts_with(part), "{said}");
        }
        let mut plain = world.caller("bob");
        plain.secure = false;
        assert!(world.call_as(&plain, "api_token_create", &[("token_name", "b")]).is_err());
        let count = world.host.store.read().unwrap().count::<TokenRecord>(&[]).unwrap();
        assert_eq!(count, 1);
    }
}
