//! `Email::verify_password`

use api::{Account, Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Result, Secret};
use functions::domain::mail::mailboxes;

/// Says whether a password is a mailbox's.
#[derive(Input)]
pub struct Params {
    /// The whole address.
    pub email: EmailAddress,
    /// The password.
    pub password: Secret,
}

/// See [`Params`].
pub struct VerifyPassword;

impl Function for VerifyPassword {
    const NAME: &'static str = "verify_password";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Flag;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let mailbox = mailboxes::own(&*tx, &account, "email", &params.email)?;
        drop(tx);
        cx.host.passwords.verify(&params.password, Some(&mailbox.password)).map(Flag)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{PASSWORD, data, strange, world};

    #[test]
    fn only_the_right_password_fits() {
        let world = world();
        let fits = |password: &str| {
            data(&world, "verify_password", &[("email", "info@amy.test"), ("password", password)])
        };
        assert_eq!((fits(PASSWORD), fits("Wrong-1-wrong")), (1.into(), 0.into()));
        let form = [("email", "info@amy.test"), ("password", PASSWORD)];
        assert!(strange(&world, "verify_password", &form).is_err());
    }
}
