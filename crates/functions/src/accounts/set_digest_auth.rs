//! `set_digest_auth`

use api::{Acl, Cx, Effect, Error, Flag, Function, Input, Needs, Result, Secret, UserName};

use super::passwd;
use crate::domain::{
    accounts::rights,
    change::{Change, OnFailure},
    passwords,
};

/// Turns Digest Authentication on or off for an account. The password is the account's; another one
/// becomes the account's where the caller may change passwords, and is refused otherwise.
#[derive(Input)]
pub struct Params {
    /// The account.
    pub user: UserName,
    /// The account's password.
    pub password: Secret,
    /// Whether it is on.
    #[param(alias = "digestauth")]
    pub enabledigest: Flag,
}

/// See [`Params`].
pub struct SetDigestAuth;

impl Function for SetDigestAuth {
    const NAME: &'static str = "set_digest_auth";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::DigestAuth]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let login = rights::login(cx, &*cx.host.store.read()?, &params.user)?;
        if cx.host.passwords.verify(&params.password, Some(&login.password))? {
            let mut change = Change::begin(cx)?;
            let mut login = passwords::unchanged(change.tx(), &params.user, login.generation)?;
            login.digest_auth = params.enabledigest;
            change.save(&login)?;
            change.commit(OnFailure::Undo)?;
        } else if cx.caller.acls.grants(Acl::Passwd) {
            passwd::set(cx, &params.user, &params.password, Some(params.enabledigest))?;
        } else {
            return Err(Error::param("password", "is not the account's password."));
        }
        let state = if params.enabledigest.0 { "enabled" } else { "disabled" };
        cx.reason(format!("Digest Authentication {state}."));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use api::{
        Acl, Error, Kind, Result, Secret,
        ports::Passwords,
        records::{Login, is},
    };

    use crate::testing::World;

    fn login(world: &World) -> Login {
        world.host.store.read().unwrap().first(vec![is("name", "alice")]).unwrap().unwrap()
    }

    #[test]
    fn the_accounts_password_turns_it_on_and_off() {
        let world = World::new().reseller("carol", &[Acl::DigestAuth]).account("alice", "carol");
        let right = ("password", "Quarry-lamp-7-vivid");
        let form = [("user", "alice"), right, ("enabledigest", "1")];
        let answer = world.call("carol", "set_digest_auth", &form).unwrap();
        assert_eq!(answer.notes.reason.as_deref(), Some("Digest Authentication enabled."));
        assert!(login(&world).digest_auth.0);
        let form = [("user", "alice"), right, ("digestauth", "0")];
        world.call("carol", "set_digest_auth", &form).unwrap();
        assert_eq!((login(&world).digest_auth.0, login(&world).generation), (false, 1));
    }

    /// A full queue of passwords.
    struct Full;

    impl Passwords for Full {
        fn hash(&self, _: &Secret) -> Result<String> {
            Err(Error::new(Kind::Busy, "Full."))
        }
        fn verify(&self, _: &Secret, _: Option<&str>) -> Result<bool> {
            Err(Error::new(Kind::Busy, "Full."))
        }
        fn is_current(&self, _: &str) -> bool {
            true
        }
    }

    #[test]
    fn who_comes_when_too_many_passwords_wait_is_told_and_nothing_changes() {
        let World { host, machine, clock } = World::new().account("alice", "root");
        let mut host = Arc::into_inner(host).unwrap();
        host.passwords = Arc::new(Full);
        let world = World { host: Arc::new(host), machine, clock };
        let right = ("password", "Quarry-lamp-7-vivid");
        let enabled = ("enabledigest", "1");
        for (function, form) in [
            ("set_digest_auth", vec![("user", "alice"), right, enabled]),
            ("passwd", vec![("user", "alice"), ("password", "Tundra-otter-9-mellow")]),
            ("createacct", vec![("username", "bert")]),
        ] {
            let problem = world.call("root", function, &form).unwrap_err();
            assert_eq!((problem.kind(), problem.to_string().as_str()), (Kind::Busy, "Full."));
        }
        assert_eq!((login(&world).digest_auth.0, login(&world).generation), (false, 1));
        assert_eq!(world.host.os_users.list().unwrap().len(), 1);
    }

    #[test]
    fn another_password_is_set_only_by_who_may_set_passwords() {
        let world = World::new().reseller("carol", &[Acl::DigestAuth]).account("alice", "carol");
        let form =
            [("user", "alice"), ("password", "Tundra-otter-9-mellow"), ("enabledigest", "1")];
        let said = world.refusal("carol", "set_digest_auth", &form);
        assert_eq!(said, "password: is not the account's password.");
        assert!(!login(&world).digest_auth.0);
        world.call("root", "set_digest_auth", &form).unwrap();
        assert_eq!((login(&world).digest_auth.0, login(&world).generation), (true, 2));
        let other = World::new().account("alice", "root").reseller("dave", &[Acl::DigestAuth]);
        let said = other.refusal("dave", "set_digest_auth", &form);
        assert_eq!(said, "There is no account “alice”.");
    }
}
