//! `Email::suspend_incoming`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Result};
use functions::domain::mail::{addresses, sending};

/// Refuses a mailbox's incoming mail. Logins go on.
#[derive(Input)]
pub struct Params {
    /// The whole address.
    pub email: Option<EmailAddress>,
}

/// See [`Params`].
pub struct SuspendIncoming;

impl Function for SuspendIncoming {
    const NAME: &'static str = "suspend_incoming";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let email = addresses::required("email", params.email)?;
        sending::update(cx, "email", &email, |mailbox| mailbox.incoming_suspended = Flag(true))
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn mail_to_it_is_refused() {
        let world = world();
        let email = [("email", "info@amy.test")];
        assert_eq!(data(&world, "suspend_incoming", &email), serde_json::Value::Null);
        let told = world.machine.mail_domain("amy.test").unwrap().unwrap();
        let info = told.mailbox("info").unwrap();
        assert!(info.incoming_suspended.0 && !info.login_suspended.0);
        assert!(strange(&world, "suspend_incoming", &email).is_err());
        let said = refusal(&world, "suspend_incoming", &[("email", "no@amy.test")]);
        assert_eq!(said, "email: there is no mailbox “no@amy.test”.");
    }
}
