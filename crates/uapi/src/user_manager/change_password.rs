//! `UserManager::change_password`

use api::{Account, Cx, Effect, Error, Flag, Function, Input, Kind, Needs, Result, Secret};

/// Changes the account's own password, for who knows the present one. Wrong guesses count like failed
/// logins.
#[derive(Input)]
pub struct Params {
    /// The present password.
    pub oldpass: Secret,
    /// The new one.
    pub newpass: Secret,
    /// Not used: no user of databases shares the account's password.
    #[param(default = 0)]
    pub enablemysql: Flag,
}

/// See [`Params`].
pub struct ChangePassword;

impl Function for ChangePassword {
    const NAME: &'static str = "change_password";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        Account::of_caller(&*cx.host.store.read()?, cx.caller)?;
        cx.relay.change_password(&params.oldpass, &params.newpass).map_err(told)
    }
}

/// The problem in the words of this function's parameters.
fn told(problem: Error) -> Error {
    let said = problem.to_string();
    match said.split_once(": ") {
        Some(("current", rule)) => Error::new(Kind::Denied, format!("oldpass: {rule}")),
        Some(("password", rule)) => Error::param("newpass", rule),
        _ => problem,
    }
}

#[cfg(test)]
mod tests {
    use api::{Secret, records::Login};
    use functions::testing::World;

    use crate::testing::{Calls as _, PASSWORD};

    const NEW: &str = "Tundra-otter-9-mellow";

    fn is_password(world: &World, user: &str, password: &str) -> bool {
        let user: api::UserName = user.parse().unwrap();
        let login: Login =
            world.host.store.read().unwrap().find(&[(&user).into()]).unwrap().unwrap();
        let password = Secret::new(password.to_owned());
        world.host.passwords.verify(&password, Some(&login.password)).unwrap()
    }

    #[test]
    fn who_knows_the_present_password_sets_a_new_one() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let form = [("oldpass", PASSWORD), ("newpass", NEW)];
        assert!(world.uapi_data("alice", "UserManager", "change_password", &form).is_null());
        assert!(is_password(&world, "alice", NEW) && !is_password(&world, "alice", PASSWORD));
        assert!(is_password(&world, "bob", PASSWORD));
    }

    #[test]
    fn what_is_refused_names_the_parameter_and_changes_nothing() {
        let world = World::new().account("alice", "root");
        let refused = |old: &str, new: &str| {
            let form = [("oldpass", old), ("newpass", new)];
            world.uapi_refusal("alice", "UserManager", "change_password", &form)
        };
        assert_eq!(refused("guess", NEW), "oldpass: this is not your present password.");
        assert!(refused(PASSWORD, "a").starts_with("newpass: "), "{}", refused(PASSWORD, "a"));
        assert!(refused(PASSWORD, PASSWORD).starts_with("newpass: "));
        assert!(is_password(&world, "alice", PASSWORD));
    }
}
