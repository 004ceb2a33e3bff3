//! `Email::unsuspend_login`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result};
use functions::domain::mail::{addresses, mailboxes};

/// Takes logins to a mailbox again.
#[derive(Input)]
pub struct Params {
    /// The whole address.
    pub email: Option<EmailAddress>,
}

/// See [`Params`].
pub struct UnsuspendLogin;

impl Function for UnsuspendLogin {
    const NAME: &'static str = "unsuspend_login";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let email = addresses::required("email", params.email)?;
        mailboxes::suspend_login(cx, &email, false)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn logins_are_taken_again() {
        let world = world();
        let email = [("email", "info@amy.test")];
        data(&world, "suspend_login", &email);
        assert_eq!(data(&world, "unsuspend_login", &email), serde_json::Value::Null);
        let told = world.machine.mail_domain("amy.test").unwrap().unwrap();
        let info = told.mailbox("info").unwrap();
        assert!(!info.login_suspended.0);
        assert!(strange(&world, "unsuspend_login", &email).is_err());
        let said = refusal(&world, "unsuspend_login", &[("email", "no@amy.test")]);
        assert_eq!(said, "email: there is no mailbox “no@amy.test”.");
    }
}
