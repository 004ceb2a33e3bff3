//! `Email::delete_auto_responder`

use api::{Account, Cx, Effect, EmailAddress, Function, Input, Needs, Result};
use functions::domain::{
    change::{Change, OnFailure},
    mail::{addresses, autoresponders},
};

/// Deletes an address's autoresponder.
#[derive(Input)]
pub struct Params {
    /// The whole address.
    pub email: EmailAddress,
}

/// See [`Params`].
pub struct DeleteAutoResponder;

impl Function for DeleteAutoResponder {
    const NAME: &'static str = "delete_auto_responder";
    const NEEDS: Needs = Needs::Features(&["autoresponders"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let (address, _) = addresses::whole(change.tx(), &account, "email", &params.email)?;
        autoresponders::remove(&mut change, &address)?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn the_autoresponder_goes() {
        let world = world();
        let form = [
            ("email", "info"),
            ("domain", "amy.test"),
            ("from", "Amy"),
            ("subject", "Away"),
            ("body", "x"),
            ("interval", "0"),
            ("is_html", "0"),
            ("start", "0"),
            ("stop", "0"),
        ];
        data(&world, "add_auto_responder", &form);
        let email = [("email", "info@amy.test")];
        assert!(strange(&world, "delete_auto_responder", &email).is_err());
        data(&world, "delete_auto_responder", &email);
        assert!(world.machine.mail_domain("amy.test").unwrap().unwrap().autoresponders.is_empty());
        let said = refusal(&world, "delete_auto_responder", &email);
        assert_eq!(said, "email: info@amy.test has no autoresponder.");
    }
}
