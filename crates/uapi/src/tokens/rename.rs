//! `Tokens::rename`

use api::{Cx, Effect, Error, Function, Input, Kind, Needs, Result, TokenName, records::TokenKind};
use functions::domain::{
    change::{Change, OnFailure},
    tokens,
};

/// Gives an API token another name.
#[derive(Input)]
pub struct Params {
    /// The name that it has.
    pub name: TokenName,
    /// The name that it gets: at most 50 letters, digits, dashes and underscores.
    pub new_name: TokenName,
}

/// See [`Params`].
pub struct Rename;

impl Function for Rename {
    const NAME: &'static str = "rename";
    const NEEDS: Needs = Needs::Features(&["apitokens"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, Params { name, new_name }: Params) -> Result<()> {
        let user = &cx.caller.user;
        let mut change = Change::begin(cx)?;
        let token = tokens::named(change.tx(), TokenKind::Cpanel, user, &name);
        let mut token = token.map_err(|problem| match problem.kind() {
            Kind::NotFound => Error::not_found(format!("name: there is no token “{name}”.")),
            _ => problem,
        })?;
        if new_name != name {
            tokens::check_free(change.tx(), "new_name", TokenKind::Cpanel, user, &new_name)?;
        }
        token.record.name = new_name;
        tokens::save(&mut change, &token)?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn a_token_gets_a_name_that_no_other_has() {
        let world = World::new().account("anna", "root").account("bert", "root");
        for name in ["a", "b"] {
            world.uapi_data("anna", "Tokens", "create_full_access", &[("name", name)]);
        }
        let rename = |user, old, new| {
            world.uapi(user, "Tokens", "rename", &[("name", old), ("new_name", new)])
        };
        rename("anna", "a", "c").unwrap();
        let list = world.uapi_data("anna", "Tokens", "list", &[]);
        let mut names: Vec<_> =
            list.as_array().unwrap().iter().map(|token| token["name"].to_string()).collect();
        names.sort();
        assert_eq!(names, [r#""b""#, r#""c""#]);
        let said = |user, old, new| rename(user, old, new).unwrap_err().to_string();
        assert_eq!(said("anna", "b", "c"), "new_name: you have a token “c” already.");
        assert_eq!(said("anna", "a", "d"), "name: there is no token “a”.");
        assert_eq!(said("bert", "b", "d"), "name: there is no token “b”.");
    }
}
