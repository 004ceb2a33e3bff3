//! `verify_new_username`

use api::{Acl, Cx, Effect, Function, Input, Needs, Result, UserName};

use crate::domain::accounts::names;

/// Checks whether a new account may have a name; it fails with the reason where it may not.
#[derive(Debug, Input)]
pub struct Params {
    /// The name.
    pub user: UserName,
}

/// See [`Params`].
pub struct VerifyNewUsername;

impl Function for VerifyNewUsername {
    const NAME: &'static str = "verify_new_username";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CreateAcct, Acl::EditAccount]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        names::check_user(&*cx.host.store.read()?, "user", &params.user)
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, Value};

    use crate::testing::World;

    #[test]
    fn a_taken_name_is_refused_in_the_words_that_clients_look_for() {
        let world = World::new().reseller("bob", &[Acl::CreateAcct]).plant_account("anna", "root");
        let said = world.refusal("bob", "verify_new_username", &[("user", "Anna")]);
        assert!(said.contains("already has"), "{said}");
        assert_eq!(world.data("bob", "verify_new_username", &[("user", "zoe")]), Value::Null);
        for bad in ["1a", "root", "a b", ""] {
            let said = world.refusal("bob", "verify_new_username", &[("user", bad)]);
            assert!(said.starts_with("user: "), "{said}");
        }
    }
}
