//! `Email::changemx` of cPanel API 2

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::mail::exchangers::{self, Edit, Edited};

/// Puts another MX record in the place of one.
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
    /// The host of the record.
    pub oldexchange: DomainName,
    /// The priority of the record, where several have its host.
    pub oldpreference: Option<u16>,
}

/// See [`Params`].
pub struct Changemx;

impl Function for Changemx {
    const NAME: &'static str = "changemx";
    const NEEDS: Needs = Needs::Features(&["changemx"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Edited>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let old = (params.oldexchange.as_str(), params.oldpreference);
        let edit = Edit::Replace(old, (params.exchange.as_str(), params.preference));
        exchangers::edited(cx, &params.domain, &edit, params.alwaysaccept.0).map(|done| vec![done])
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn the_record_becomes_another() {
        let world = world();
        let form = [
            ("domain", "amy.test"),
            ("oldexchange", "amy.test"),
            ("exchange", "mx.else.test"),
            ("preference", "5"),
        ];
        let rows = world.api2("amy", "Email", "changemx", &form).unwrap().data;
        assert_eq!(
            (&rows[0]["status"], &rows[0]["checkmx"]["detected"]),
            (&1.into(), &"remote".into())
        );
        let said = world.api2("amy", "Email", "changemx", &form).unwrap_err().to_string();
        assert!(said.contains("there is no MX record"), "{said}");
    }
}
