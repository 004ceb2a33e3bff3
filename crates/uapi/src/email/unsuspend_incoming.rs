//! `Email::unsuspend_incoming`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Result};
use functions::domain::mail::{addresses, sending};

/// Takes a mailbox's incoming mail again.
#[derive(Input)]
pub struct Params {
    /// The whole address.
    pub email: Option<EmailAddress>,
}

/// See [`Params`].
pub struct UnsuspendIncoming;

impl Function for UnsuspendIncoming {
    const NAME: &'static str = "unsuspend_incoming";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Flag;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let email = addresses::required("email", params.email)?;
        sending::update(cx, "email", &email, |mailbox| mailbox.incoming_suspended = Flag(false))?;
        Ok(Flag(true))
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn mail_to_it_is_taken_again() {
        let world = world();
        let email = [("email", "info@amy.test")];
        data(&world, "suspend_incoming", &email);
        assert_eq!(data(&world, "unsuspend_incoming", &email), 1);
        let told = world.machine.mail_domain("amy.test").unwrap().unwrap();
        let info = told.mailbox("info").unwrap();
        assert!(!info.incoming_suspended.0);
        assert!(strange(&world, "unsuspend_incoming", &email).is_err());
        let said = refusal(&world, "unsuspend_incoming", &[("email", "no@amy.test")]);
        assert_eq!(said, "email: there is no mailbox “no@amy.test”.");
    }
}
