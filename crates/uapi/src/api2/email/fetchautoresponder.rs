//! `Email::fetchautoresponder` of cPanel API 2

use api::{Cx, Effect, Function, Input, Needs, Result};

use crate::email::get_auto_responder::{self, GetAutoResponder, Reply};

/// Gives an address's autoresponder.
#[derive(Input)]
pub struct Params {
    /// The address, whole or its local part.
    pub email: String,
}

/// See [`Params`].
pub struct Fetchautoresponder;

impl Function for Fetchautoresponder {
    const NAME: &'static str = "fetchautoresponder";
    const NEEDS: Needs = Needs::Features(&["autoresponders"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Reply>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let (email, temp_charset) = (params.email, "utf-8".to_owned());
        let twin = get_auto_responder::Params { email, temp_charset };
        GetAutoResponder::run(cx, twin).map(|reply| vec![reply])
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn the_answer_is_given() {
        let world = world();
        let form = [
            ("email", "info"),
            ("domain", "amy.test"),
            ("from", "Amy"),
            ("subject", "Away"),
            ("body", "I am away."),
            ("interval", "8"),
            ("is_html", "0"),
            ("start", "0"),
            ("stop", "0"),
        ];
        world.uapi_data("amy", "Email", "add_auto_responder", &form);
        let email = [("email", "info@amy.test")];
        let rows = world.api2("amy", "Email", "fetchautoresponder", &email).unwrap().data;
        assert_eq!((&rows[0]["body"], &rows[0]["interval"]), (&"I am away.".into(), &8.into()));
        assert!(world.api2("bob", "Email", "fetchautoresponder", &email).is_err());
    }
}
