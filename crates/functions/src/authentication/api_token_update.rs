//! `api_token_update`

use api::{
    Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, TokenName, UnixTime,
    records::TokenKind,
};

use crate::domain::{
    change::{Change, OnFailure},
    tokens::{self, Sources},
};

/// Changes the name, the privileges, the end or the sources of an API token of the caller. One that
/// is suspended since a change of password works again.
#[derive(Debug, Input)]
pub struct Params {
    /// Its present name.
    pub token_name: TokenName,
    /// Its privileges from now on, of those that the call has; all of them where none is given.
    #[param(family)]
    pub acl: Vec<Acl>,
    /// When it ends; 0, or nothing given, is never.
    #[param(default = 0)]
    pub expires_at: UnixTime,
    /// Its name from now on; the present one where it is absent.
    pub new_name: Option<TokenName>,
    /// The addresses and ranges from which it may be used from now on; `any` for anywhere; those
    /// of before where none is given.
    #[param(family)]
    pub whitelist_ip: Option<Sources>,
}

/// The token as it is now.
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
    /// From where it may be used; null for anywhere.
    pub whitelist_ips: Sources,
}

/// See [`Params`].
pub struct ApiTokenUpdate;

impl Function for ApiTokenUpdate {
    const NAME: &'static str = "api_token_update";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageApiTokens]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let user = &cx.caller.user;
        let limit = tokens::limit(cx.caller, &params.acl)?;
        let expires = tokens::expiry(cx, params.expires_at)?;
        let mut change = Change::begin(cx)?;
        let mut token = tokens::named(change.tx(), TokenKind::Whm, user, &params.token_name)?;
        if let Some(name) = params.new_name.filter(|name| *name != token.record.name) {
            tokens::check_free(change.tx(), "new_name", TokenKind::Whm, user, &name)?;
            token.record.name = name;
        }
        token.record.expires = expires;
        token.record.limited = Flag(limit.is_some());
        token.record.suspended = Flag(false);
        token.limit = limit;
        token.sources = params.whitelist_ip.unwrap_or(token.sources);
        tokens::save(&mut change, &token)?;
        change.commit(OnFailure::Undo)?;
        Ok(Reply {
            acls: limit.unwrap_or(cx.caller.acls).iter().collect(),
            create_time: token.record.created,
            expires_at: expires,
            name: token.record.name,
            whitelist_ips: token.sources,
        })
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, Value};

    use crate::testing::World;

    fn world() -> World {
        let world =
            World::new().reseller("bob", &[Acl::ManageApiTokens, Acl::ListAccts, Acl::Passwd]);
        let form = [("token_name", "a"), ("acl", "list-accts"), ("whitelist_ip", "192.0.2.1")];
        world.data("bob", "api_token_create", &form);
        world
    }

    #[test]
    fn what_is_given_replaces_what_was() {
        let world = world();
        let form = [("token_name", "a"), ("new_name", "b"), ("acl-0", "passwd")];
        let data = world.data("bob", "api_token_update", &form);
        assert_eq!((&data["name"], &data["acls"]), (&"b".into(), &serde_json::json!(["passwd"])));
        assert_eq!(data["whitelist_ips"], serde_json::json!(["192.0.2.1"]));
        let form = [("token_name", "b"), ("whitelist_ip", "any"), ("expires_at", "1767225700")];
        let data = world.data("bob", "api_token_update", &form);
        assert_eq!(
            (&data["whitelist_ips"], &data["expires_at"]),
            (&Value::Null, &1_767_225_700.into())
        );
        assert_eq!(data["acls"].as_array().unwrap().len(), 3);
        let listed = world.data("bob", "api_token_list", &[]);
        assert_eq!(listed["tokens"].as_object().unwrap().keys().collect::<Vec<_>>(), ["b"]);
    }

    #[test]
    fn a_limited_token_raises_none() {
        let world = world();
        let narrow = world.token_caller("bob", &[Acl::ManageApiTokens, Acl::ListAccts]);
        let update = |form: &[(&str, &str)]| world.call_as(&narrow, "api_token_update", form);
        assert!(update(&[("token_name", "a"), ("acl", "passwd")]).is_err());
        let data = update(&[("token_name", "a")]).unwrap().data;
        assert_eq!(data["acls"], serde_json::json!(["list-accts", "manage-api-tokens"]));
        let listed = world.data("bob", "api_token_list", &[]);
        assert_eq!(listed["tokens"]["a"]["acls"]["passwd"], 0);
    }

    #[test]
    fn a_name_must_be_there_and_a_new_one_free() {
        let world = world();
        world.data("bob", "api_token_create", &[("token_name", "b")]);
        let said = world.refusal("bob", "api_token_update", &[("token_name", "none")]);
        assert!(said.starts_with("token_name: "), "{said}");
        let said =
            world.refusal("bob", "api_token_update", &[("token_name", "a"), ("new_name", "b")]);
        assert!(said.starts_with("new_name: "), "{said}");
        assert!(world.call("root", "api_token_update", &[("token_name", "a")]).is_err());
    }
}
