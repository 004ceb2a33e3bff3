//! `Email::listautoresponders` of cPanel API 2

use api::{Account, Cx, DomainName, Effect, Function, Input, Needs, Result};

use crate::email::list_auto_responders::{self, Item, ListAutoResponders};

/// Lists autoresponders.
#[derive(Input)]
pub struct Params {
    /// The domain; the main one where it is absent.
    pub domain: Option<DomainName>,
    /// A pattern that the address or the subject must have.
    pub regex: Option<String>,
}

/// See [`Params`].
pub struct Listautoresponders;

impl Function for Listautoresponders {
    const NAME: &'static str = "listautoresponders";
    const NEEDS: Needs = Needs::Features(&["autoresponders"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        drop(tx);
        let domain = params.domain.unwrap_or_else(|| account.record().domain.clone());
        ListAutoResponders::run(cx, list_auto_responders::Params { domain, regex: params.regex })
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn autoresponders_are_listed() {
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
        let rows = world.api2("amy", "Email", "listautoresponders", &[]).unwrap().data;
        assert_eq!(
            (&rows[0]["email"], &rows[0]["subject"]),
            (&"info@amy.test".into(), &"Away".into())
        );
        assert!(world.api2("bob", "Email", "listautoresponders", &form[1..2]).is_err());
    }
}
