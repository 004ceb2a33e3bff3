//! `Email::suspend_outgoing`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Result, records::Outgoing};
use functions::domain::mail::sending;

/// Refuses what a mailbox sends. Logins go on.
#[derive(Input)]
pub struct Params {
    /// The whole address.
    pub email: EmailAddress,
}

/// See [`Params`].
pub struct SuspendOutgoing;

impl Function for SuspendOutgoing {
    const NAME: &'static str = "suspend_outgoing";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Flag;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        sending::set(cx, "email", &params.email, Outgoing::Suspended)?;
        Ok(Flag(true))
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn what_it_sends_is_refused() {
        let world = world();
        let email = [("email", "info@amy.test")];
        assert_eq!(data(&world, "suspend_outgoing", &email), 1);
        let told = world.machine.mail_domain("amy.test").unwrap().unwrap();
        let info = told.mailbox("info").unwrap();
        assert!(info.outgoing == api::records::Outgoing::Suspended);
        assert!(strange(&world, "suspend_outgoing", &email).is_err());
        let said = refusal(&world, "suspend_outgoing", &[("email", "no@amy.test")]);
        assert_eq!(said, "email: there is no mailbox “no@amy.test”.");
    }
}
