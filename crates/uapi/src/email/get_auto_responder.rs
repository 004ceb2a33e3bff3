//! `Email::get_auto_responder`

use api::{Account, Cx, Effect, Flag, Function, Input, Multiline, Needs, Output, Result, UnixTime};
use functions::domain::mail::{addresses, autoresponders, settings};

/// Gives an address's autoresponder.
#[derive(Input)]
pub struct Params {
    /// The address, whole or its local part.
    pub email: String,
    /// The character set to answer in; answers are in UTF-8.
    #[param(default = "utf-8")]
    pub temp_charset: String,
}

/// An autoresponder.
#[derive(Output)]
pub struct Reply {
    /// The text of the answer.
    pub body: Multiline,
    /// The character set of the text.
    pub charset: String,
    /// Who the answer says it is from.
    pub from: String,
    /// The fewest hours between answers to one sender.
    pub interval: u32,
    /// Whether the text is HTML.
    pub is_html: Flag,
    /// From when on it answers; null for at once.
    pub start: Option<UnixTime>,
    /// Until when it answers; null for always.
    pub stop: Option<UnixTime>,
    /// The subject of the answer.
    pub subject: String,
}

/// See [`Params`].
pub struct GetAutoResponder;

impl Function for GetAutoResponder {
    const NAME: &'static str = "get_auto_responder";
    const NEEDS: Needs = Needs::Features(&["autoresponders"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        settings::check_charset("temp_charset", &params.temp_charset)?;
        let (address, _) = addresses::own(&*tx, &account, "email", &params.email, None)?;
        let answer = autoresponders::existing(&*tx, &address)?;
        Ok(Reply {
            body: Multiline(answer.body),
            charset: answer.charset,
            from: answer.sender,
            interval: answer.hours,
            is_html: answer.is_html,
            start: answer.start,
            stop: answer.stop,
            subject: answer.subject,
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, world};

    #[test]
    fn an_address_without_one_is_refused() {
        let world = world();
        let said = refusal(&world, "get_auto_responder", &[("email", "info")]);
        assert_eq!(said, "email: info@amy.test has no autoresponder.");
        let form = [("email", "info"), ("temp_charset", "none")];
        assert!(refusal(&world, "get_auto_responder", &form).starts_with("temp_charset: "));
    }

    #[test]
    fn no_bounds_of_time_are_null() {
        let world = world();
        let form = [
            ("email", "info"),
            ("domain", "amy.test"),
            ("from", "Amy"),
            ("subject", "Away"),
            ("body", "x"),
            ("interval", "0"),
            ("is_html", "1"),
            ("start", "0"),
            ("stop", "0"),
        ];
        data(&world, "add_auto_responder", &form);
        let told = data(&world, "get_auto_responder", &[("email", "info")]);
        assert!(told["start"].is_null() && told["stop"].is_null());
        assert_eq!((&told["is_html"], &told["charset"]), (&1.into(), &"utf-8".into()));
    }
}
