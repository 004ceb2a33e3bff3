//! `Email::delete_mx`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::mail::exchangers::{self, Edit};

/// Removes an MX record.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The host of the record.
    pub exchanger: String,
    /// The priority of the record.
    pub priority: Option<u16>,
}

/// See [`Params`].
pub struct DeleteMx;

impl Function for DeleteMx {
    const NAME: &'static str = "delete_mx";
    const NEEDS: Needs = Needs::Features(&["changemx"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = exchangers::Edited;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let edit = Edit::Remove(&params.exchanger, params.priority);
        exchangers::edited(cx, &params.domain, &edit, false)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn the_record_goes() {
        let world = world();
        let form = [("domain", "amy.test"), ("exchanger", "amy.test"), ("priority", "0")];
        assert!(strange(&world, "delete_mx", &form).is_err());
        let wrong = [form[0], form[1], ("priority", "7")];
        assert!(refusal(&world, "delete_mx", &wrong).ends_with("with the priority 7."));
        let told = data(&world, "delete_mx", &form);
        assert_eq!(told["statusmsg"], "Removed entry: amy.test MX amy.test");
        let zone = world.machine.find_zone("amy.test").unwrap().unwrap();
        assert!(zone.lines.iter().all(|line| line.kind != "MX"));
    }
}
