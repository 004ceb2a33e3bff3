//! `Email::hold_outgoing`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, records::Outgoing};
use functions::domain::mail::sending;

/// Holds what a mailbox sends to other servers.
#[derive(Input)]
pub struct Params {
    /// The whole address.
    pub email: EmailAddress,
}

/// See [`Params`].
pub struct HoldOutgoing;

impl Function for HoldOutgoing {
    const NAME: &'static str = "hold_outgoing";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        sending::set(cx, "email", &params.email, Outgoing::Held)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn what_it_sends_is_held() {
        let world = world();
        let email = [("email", "info@amy.test")];
        assert_eq!(data(&world, "hold_outgoing", &email), serde_json::Value::Null);
        let told = world.machine.mail_domain("amy.test").unwrap().unwrap();
        let info = told.mailbox("info").unwrap();
        assert!(info.outgoing == api::records::Outgoing::Held);
        assert!(strange(&world, "hold_outgoing", &email).is_err());
        let said = refusal(&world, "hold_outgoing", &[("email", "no@amy.test")]);
        assert_eq!(said, "email: there is no mailbox “no@amy.test”.");
    }
}
