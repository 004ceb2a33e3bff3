//! `Email::passwdpop` of cPanel API 2

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, Secret};

use crate::{
    api2::outcome::{self, Outcome},
    email::passwd_pop::{self, PasswdPop},
};

/// Changes a mailbox's password.
#[derive(Input)]
pub struct Params {
    /// The domain; the main one where it is absent.
    pub domain: Option<DomainName>,
    /// The local part, or the whole address.
    pub email: String,
    /// The new password.
    pub password: Secret,
}

/// See [`Params`].
pub struct Passwdpop;

impl Function for Passwdpop {
    const NAME: &'static str = "passwdpop";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Outcome>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let (email, password, domain) = (params.email, params.password, params.domain);
        PasswdPop::run(cx, passwd_pop::Params { email, password, domain })?;
        Ok(outcome::done(""))
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn the_new_password_counts() {
        let world = world();
        let new = "Copper-window-4-salad";
        let form = [("domain", "amy.test"), ("email", "info@amy.test"), ("password", new)];
        let rows = world.api2("amy", "Email", "passwdpop", &form).unwrap().data;
        assert_eq!((&rows[0]["result"], &rows[0]["reason"]), (&1.into(), &"".into()));
        let form = [("email", "info@amy.test"), ("password", new)];
        assert_eq!(world.uapi_data("amy", "Email", "verify_password", &form), 1);
        assert!(world.api2("bob", "Email", "passwdpop", &form).is_err());
    }
}
