//! `Email::addmx` of cPanel API 2

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::mail::exchangers::{self, Edit, Edited};

/// Adds an MX record to a domain.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The host that takes its mail.
    pub exchange: DomainName,
    /// Lower ones are tried first.
    pub preference: u16,
    /// Whether mail is taken here whatever the records say.
    #[param(default = 0)]
    pub alwaysaccept: Flag,
}

/// See [`Params`].
pub struct Addmx;

impl Function for Addmx {
    const NAME: &'static str = "addmx";
    const NEEDS: Needs = Needs::Features(&["changemx"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Edited>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let edit = Edit::Add(params.exchange.as_str(), params.preference);
        exchangers::edited(cx, &params.domain, &edit, params.alwaysaccept.0).map(|done| vec![done])
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn the_record_is_added() {
        let world = world();
        let form = [("domain", "amy.test"), ("exchange", "mx.else.test"), ("preference", "5")];
        let rows = world.api2("amy", "Email", "addmx", &form).unwrap().data;
        assert!(rows[0]["statusmsg"].as_str().unwrap().starts_with("Added entry: "));
        let rows = world.api2("amy", "Email", "listmxs", &form[..1]).unwrap().data;
        assert_eq!(rows[0]["entries"][1]["mx"], "mx.else.test");
        assert!(world.api2("bob", "Email", "addmx", &form).is_err());
    }
}
