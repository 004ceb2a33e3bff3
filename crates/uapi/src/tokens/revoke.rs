//! `Tokens::revoke`

use api::{Cx, Effect, Flag, Function, Input, Kind, Needs, Result, TokenName, records::TokenKind};
use functions::domain::{
    change::{Change, OnFailure},
    tokens,
};

/// Removes an API token. The answer is 1, where there was none of that name too.
#[derive(Input)]
pub struct Params {
    /// Its name.
    pub name: TokenName,
}

/// See [`Params`].
pub struct Revoke;

impl Function for Revoke {
    const NAME: &'static str = "revoke";
    const NEEDS: Needs = Needs::Features(&["apitokens"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Flag;

    fn run(cx: &Cx<'_>, Params { name }: Params) -> Result<Flag> {
        let mut change = Change::begin(cx)?;
        match tokens::named(change.tx(), TokenKind::Cpanel, &cx.caller.user, &name) {
            Ok(token) => tokens::remove(&mut change, &token.record)?,
            Err(problem) if problem.kind() == Kind::NotFound => return Ok(Flag(true)),
            Err(problem) => return Err(problem),
        }
        change.commit(OnFailure::Undo)?;
        Ok(Flag(true))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    #[test]
    fn a_token_goes_and_strangers_stay() {
        let world = World::new().account("anna", "root").account("bert", "root");
        for user in ["anna", "bert"] {
            world.uapi_data(user, "Tokens", "create_full_access", &[("name", "a")]);
        }
        for _ in 0..2 {
            assert_eq!(world.uapi_data("anna", "Tokens", "revoke", &[("name", "a")]), 1);
        }
        assert_eq!(world.uapi_data("anna", "Tokens", "list", &[]), json!([]));
        assert_eq!(world.uapi_data("bert", "Tokens", "list", &[])[0]["name"], "a");
    }
}
