//! `Email::enable_mailbox_autocreate`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Result};
use functions::domain::mail::sending;

/// Lets mail for `local+folder` make that folder.
#[derive(Input)]
pub struct Params {
    /// The whole address.
    pub email: EmailAddress,
}

/// See [`Params`].
pub struct EnableMailboxAutocreate;

impl Function for EnableMailboxAutocreate {
    const NAME: &'static str = "enable_mailbox_autocreate";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Flag;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        sending::update(cx, "email", &params.email, |mailbox| mailbox.makes_folders = Flag(true))?;
        Ok(Flag(true))
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn folders_are_made() {
        let world = world();
        let email = [("email", "info@amy.test")];
        data(&world, "disable_mailbox_autocreate", &email);
        assert_eq!(data(&world, "enable_mailbox_autocreate", &email), 1);
        let told = world.machine.mail_domain("amy.test").unwrap().unwrap();
        let info = told.mailbox("info").unwrap();
        assert!(info.makes_folders.0);
        assert!(strange(&world, "enable_mailbox_autocreate", &email).is_err());
        let said = refusal(&world, "enable_mailbox_autocreate", &[("email", "no@amy.test")]);
        assert_eq!(said, "email: there is no mailbox “no@amy.test”.");
    }
}
