//! `Email::release_outgoing`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, records::Outgoing};
use functions::domain::mail::sending;

/// Lets go on what a mailbox sent while it was held.
#[derive(Input)]
pub struct Params {
    /// The whole address.
    pub email: EmailAddress,
}

/// See [`Params`].
pub struct ReleaseOutgoing;

impl Function for ReleaseOutgoing {
    const NAME: &'static str = "release_outgoing";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        sending::set(cx, "email", &params.email, Outgoing::Allowed)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn what_was_held_goes_on() {
        let world = world();
        let email = [("email", "info@amy.test")];
        data(&world, "hold_outgoing", &email);
        assert_eq!(data(&world, "release_outgoing", &email), serde_json::Value::Null);
        let told = world.machine.mail_domain("amy.test").unwrap().unwrap();
        let info = told.mailbox("info").unwrap();
        assert!(info.outgoing == api::records::Outgoing::Allowed);
        assert!(strange(&world, "release_outgoing", &email).is_err());
        let said = refusal(&world, "release_outgoing", &[("email", "no@amy.test")]);
        assert_eq!(said, "email: there is no mailbox “no@amy.test”.");
    }
}
