//! `Email::addpop` of cPanel API 2

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result, Secret};

use crate::{
    api2::outcome::{self, Outcome},
    email::add_pop::{self, AddPop},
};

/// Creates a mailbox.
#[derive(Input)]
pub struct Params {
    /// The domain; the main one where it is absent.
    pub domain: Option<DomainName>,
    /// The local part, or the whole address.
    pub email: String,
    /// The password.
    pub password: Secret,
    /// Megabytes; 0 for no limit.
    pub quota: Option<String>,
}

/// See [`Params`].
pub struct Addpop;

impl Function for Addpop {
    const NAME: &'static str = "addpop";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Outcome>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        AddPop::run(
            cx,
            add_pop::Params {
                email: params.email,
                password: Some(params.password),
                domain: params.domain,
                password_hash: None,
                quota: params.quota,
                send_welcome_email: Flag(false),
                skip_update_db: Flag(false),
            },
        )?;
        Ok(outcome::done("OK"))
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        email::samples::{PASSWORD, world},
        testing::Calls as _,
    };

    #[test]
    fn a_mailbox_is_made_once() {
        let world = world();
        let form =
            [("domain", "amy.test"), ("email", "sales"), ("password", PASSWORD), ("quota", "0")];
        let rows = world.api2("amy", "Email", "addpop", &form).unwrap().data;
        assert_eq!(rows[0]["result"], 1);
        let said = world.api2("amy", "Email", "addpop", &form).unwrap_err().to_string();
        assert_eq!(said, "The account sales@amy.test already exists!");
    }
}
