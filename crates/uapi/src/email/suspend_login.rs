//! `Email::suspend_login`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result};
use functions::domain::mail::mailboxes;

/// Refuses logins to a mailbox, and ends its sessions. Mail still comes.
#[derive(Input)]
pub struct Params {
    /// The whole address.
    pub email: EmailAddress,
}

/// See [`Params`].
pub struct SuspendLogin;

impl Function for SuspendLogin {
    const NAME: &'static str = "suspend_login";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        mailboxes::suspend_login(cx, &params.email, true)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn logins_are_refused() {
        let world = world();
        let email = [("email", "info@amy.test")];
        assert_eq!(data(&world, "suspend_login", &email), serde_json::Value::Null);
        let told = world.machine.mail_domain("amy.test").unwrap().unwrap();
        let info = told.mailbox("info").unwrap();
        assert!(info.login_suspended.0 && !info.incoming_suspended.0);
        assert!(strange(&world, "suspend_login", &email).is_err());
        let said = refusal(&world, "suspend_login", &[("email", "no@amy.test")]);
        assert_eq!(said, "email: there is no mailbox “no@amy.test”.");
    }
}
