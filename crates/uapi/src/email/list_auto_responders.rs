//! `Email::list_auto_responders`

use api::{
    Account, Cx, DomainName, Effect, EmailAddress, Function, Input, Needs, Output, Result,
    records::{Autoresponder, is},
};
use functions::domain::mail::{domains, search::Pattern};

/// Lists a domain's autoresponders.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// A pattern that the address or the subject must have.
    pub regex: Option<String>,
}

/// An autoresponder.
#[derive(Output)]
pub struct Item {
    /// Its address.
    pub email: EmailAddress,
    /// The subject of its answers.
    pub subject: String,
}

/// See [`Params`].
pub struct ListAutoResponders;

impl Function for ListAutoResponders {
    const NAME: &'static str = "list_auto_responders";
    const NEEDS: Needs = Needs::Features(&["autoresponders"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let pattern = Pattern::of(params.regex.as_deref())?;
        let domain = domains::own(&*tx, &account, "domain", &params.domain)?;
        let found: Vec<Autoresponder> = tx.matching(vec![is("domain", &domain.domain)])?;
        let fits =
            |one: &Autoresponder| pattern.fits(one.address.as_str()) || pattern.fits(&one.subject);
        let item = |one: Autoresponder| Item { email: one.address, subject: one.subject };
        Ok(found.into_iter().filter(fits).map(item).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, world};

    #[test]
    fn autoresponders_are_listed() {
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
        let told = data(&world, "list_auto_responders", &[("domain", "amy.test")]);
        assert_eq!(
            (&told[0]["email"], &told[0]["subject"]),
            (&"info@amy.test".into(), &"Away".into())
        );
        let none =
            data(&world, "list_auto_responders", &[("domain", "amy.test"), ("regex", "zzz")]);
        assert_eq!(none.as_array().unwrap().len(), 0);
        let said = refusal(&world, "list_auto_responders", &[("domain", "bob.test")]);
        assert!(said.starts_with("domain: "), "{said}");
    }
}
