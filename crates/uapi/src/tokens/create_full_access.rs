//! `Tokens::create_full_access`

use api::{
    Cx, Effect, Error, Flag, Function, Input, Needs, Output, Result, TokenName, UnixTime,
    records::{TokenKind, TokenRecord},
};
use functions::domain::{
    change::{Change, OnFailure},
    tokens::{self, FoundToken, Sources},
};

/// Makes an API token that calls all functions of the account. It is in the answer, and can never
/// be read again.
#[derive(Input)]
pub struct Params {
    /// Its name, which no other token of the account has: at most 50 letters, digits, dashes and
    /// underscores.
    pub name: TokenName,
    /// When it ends; never where it is left out.
    pub expires_at: Option<UnixTime>,
    /// 1: it may only call functions that change nothing.
    pub readonly: Option<Flag>,
}

/// What `create_full_access` answers.
#[derive(Output)]
pub struct Reply {
    /// When it was made.
    pub create_time: UnixTime,
    /// The token itself.
    pub token: String,
}

/// See [`Params`].
pub struct CreateFullAccess;

impl Function for CreateFullAccess {
    const NAME: &'static str = "create_full_access";
    const NEEDS: Needs = Needs::Features(&["apitokens"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        if !cx.caller.secure {
            return Err(Error::denied("A token is made over an encrypted connection only."));
        }
        let user = &cx.caller.user;
        let expires = tokens::expiry(cx, params.expires_at.unwrap_or(UnixTime(0)))?;
        let token = cx.random_text(32)?;
        let record = TokenRecord {
            digest: tokens::digest(cx.host, TokenKind::Cpanel, &token),
            kind: TokenKind::Cpanel,
            user_name: user.clone(),
            name: params.name,
            created: cx.now(),
            expires,
            limited: params.readonly.unwrap_or_default(),
            suspended: Flag(false),
        };
        let create_time = record.created;
        let mut change = Change::begin(cx)?;
        tokens::check_free(change.tx(), "name", TokenKind::Cpanel, user, &record.name)?;
        // What it is limited to are no privileges: an account has none.
        let made = FoundToken { record, limit: None, sources: Sources::default() };
        tokens::save(&mut change, &made)?;
        change.commit(OnFailure::Undo)?;
        Ok(Reply { create_time, token })
    }
}

#[cfg(test)]
mod tests {
    use api::records::TokenKind;
    use functions::domain::tokens;

    use crate::testing::{Calls as _, World};

    #[test]
    fn the_token_is_shown_once_and_found_as_the_accounts() {
        let world = World::new().account("anna", "root").account("bert", "root");
        let form = [("name", "deploy"), ("expires_at", "1767225700")];
        let made = world.uapi_data("anna", "Tokens", "create_full_access", &form);
        let token = made["token"].as_str().unwrap();
        assert_eq!(token.len(), 32);
        let found = |user: &str, kind| {
            let tx = world.host.store.read().unwrap();
            let (user, now) = (user.parse().unwrap(), world.host.clock.now());
            tokens::find(&*tx, &world.host, kind, &user, token, now).unwrap().is_some()
        };
        assert!(found("anna", TokenKind::Cpanel));
        assert!(!found("anna", TokenKind::Whm) && !found("bert", TokenKind::Cpanel));
        world.clock.advance(100);
        assert!(!found("anna", TokenKind::Cpanel), "it has ended");
    }

    #[test]
    fn a_name_is_taken_once_and_a_time_must_be_to_come() {
        let world = World::new().account("anna", "root");
        let refused = |form: &[(&str, &str)]| {
            world.uapi_refusal("anna", "Tokens", "create_full_access", form)
        };
        world.uapi_data("anna", "Tokens", "create_full_access", &[("name", "a")]);
        assert_eq!(refused(&[("name", "a")]), "name: you have a token “a” already.");
        assert!(refused(&[("name", "a b")]).starts_with("name: "));
        let past = [("name", "b"), ("expires_at", "5")];
        assert_eq!(refused(&past), "expires_at: is not in the future");
    }

    #[test]
    fn the_feature_is_needed() {
        let world = World::new().account("anna", "root");
        let off = [("user", "anna"), ("features", r#"{"apitokens":0}"#)];
        world.call("root", "add_override_features_for_user", &off).unwrap();
        let said = world.uapi_refusal("anna", "Tokens", "create_full_access", &[("name", "a")]);
        assert_eq!(said, "The gate refused.");
    }
}
