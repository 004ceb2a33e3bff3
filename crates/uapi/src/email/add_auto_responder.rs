//! `Email::add_auto_responder`

use api::{
    Account, Cx, DomainName, Effect, Flag, Function, Input, Multiline, Needs, Result, UnixTime,
    records::Autoresponder,
};
use functions::domain::{
    change::{Change, OnFailure},
    mail::{addresses, autoresponders},
};

/// Creates an address's autoresponder, or changes it.
#[derive(Input)]
pub struct Params {
    /// The text of the answer.
    pub body: Multiline,
    /// The domain of the address.
    pub domain: DomainName,
    /// The local part of the address.
    pub email: String,
    /// Who the answer says it is from.
    pub from: String,
    /// The fewest hours between answers to one sender; 0 answers each message.
    pub interval: u32,
    /// Whether the text is HTML.
    pub is_html: Flag,
    /// From when on it answers; 0 for at once.
    pub start: UnixTime,
    /// Until when it answers; 0 for always.
    pub stop: UnixTime,
    /// The subject of the answer.
    pub subject: String,
    /// The character set of the text.
    #[param(default = "utf-8")]
    pub charset: String,
}

/// See [`Params`].
pub struct AddAutoResponder;

impl Function for AddAutoResponder {
    const NAME: &'static str = "add_auto_responder";
    const NEEDS: Needs = Needs::Features(&["autoresponders"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let (address, domain) =
            addresses::own(change.tx(), &account, "email", &params.email, Some(&params.domain))?;
        let answer = Autoresponder {
            address,
            domain: domain.domain,
            account: domain.account,
            sender: params.from,
            subject: params.subject,
            body: params.body.0,
            charset: params.charset,
            is_html: params.is_html,
            hours: params.interval,
            start: autoresponders::time(params.start),
            stop: autoresponders::time(params.stop),
        };
        autoresponders::save(&mut change, &answer)?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, world};

    const FORM: [(&str, &str); 9] = [
        ("email", "info"),
        ("domain", "amy.test"),
        ("from", "Amy"),
        ("subject", "Away"),
        ("body", "I am away.\nBack soon."),
        ("interval", "8"),
        ("is_html", "0"),
        ("start", "100"),
        ("stop", "200"),
    ];

    #[test]
    fn an_autoresponder_is_made_and_changed() {
        let world = world();
        data(&world, "add_auto_responder", &FORM);
        let told = data(&world, "get_auto_responder", &[("email", "info@amy.test")]);
        assert_eq!(told["body"], "I am away.\nBack soon.");
        assert_eq!((&told["interval"], &told["stop"]), (&8.into(), &200.into()));
        let mut form = FORM;
        form[3].1 = "Gone";
        data(&world, "add_auto_responder", &form);
        let told = world.machine.mail_domain("amy.test").unwrap().unwrap();
        assert_eq!(
            (told.autoresponders.len(), told.autoresponders[0].subject.as_str()),
            (1, "Gone")
        );
    }

    #[test]
    fn the_wrong_parameter_is_named() {
        let world = world();
        for (place, name, wrong) in [
            (1, "domain", "bob.test"),
            (5, "interval", "9999999"),
            (8, "stop", "50"),
            (0, "email", "a b"),
        ] {
            let mut form = FORM;
            form[place].1 = wrong;
            let said = refusal(&world, "add_auto_responder", &form);
            assert!(said.starts_with(&format!("{name}: ")), "{said}");
        }
        let form = [&FORM[..], &[("charset", "klingon")]].concat();
        assert!(refusal(&world, "add_auto_responder", &form).starts_with("charset: "));
        assert_eq!(data(&world, "count_auto_responders", &[]), 0);
    }
}
