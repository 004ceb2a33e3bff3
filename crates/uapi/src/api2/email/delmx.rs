//! `Email::delmx` of cPanel API 2

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::mail::exchangers::{self, Edit, Edited};

/// Removes an MX record.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The host of the record.
    pub exchange: String,
    /// The priority of the record.
    pub preference: Option<u16>,
}

/// See [`Params`].
pub struct Delmx;

impl Function for Delmx {
    const NAME: &'static str = "delmx";
    const NEEDS: Needs = Needs::Features(&["changemx"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Edited>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let edit = Edit::Remove(&params.exchange, params.preference);
        exchangers::edited(cx, &params.domain, &edit, false).map(|done| vec![done])
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn the_record_goes() {
        let world = world();
        let form = [("domain", "amy.test"), ("exchange", "amy.test"), ("preference", "0")];
        assert!(world.api2("bob", "Email", "delmx", &form).is_err());
        let rows = world.api2("amy", "Email", "delmx", &form).unwrap().data;
        assert!(rows[0]["results"].as_str().unwrap().starts_with("Removed entry: "));
        let rows = world.api2("amy", "Email", "listmxs", &form[..1]).unwrap().data;
        assert_eq!(rows[0]["entries"].as_array().unwrap().len(), 0);
    }
}
