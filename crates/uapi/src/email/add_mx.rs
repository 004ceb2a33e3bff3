//! `Email::add_mx`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::mail::exchangers::{self, Edit};

/// Adds an MX record to a domain.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The host that takes its mail.
    pub exchanger: DomainName,
    /// Lower ones are tried first.
    pub priority: u16,
    /// Whether mail is taken here whatever the records say.
    #[param(default = 0)]
    pub alwaysaccept: Flag,
}

/// See [`Params`].
pub struct AddMx;

impl Function for AddMx {
    const NAME: &'static str = "add_mx";
    const NEEDS: Needs = Needs::Features(&["changemx"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = exchangers::Edited;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let edit = Edit::Add(params.exchanger.as_str(), params.priority);
        exchangers::edited(cx, &params.domain, &edit, params.alwaysaccept.0)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn the_record_is_added_and_mail_goes_elsewhere() {
        let world = world();
        let form = [("domain", "amy.test"), ("exchanger", "mx.else.test"), ("priority", "5")];
        let told = data(&world, "add_mx", &form);
        assert_eq!(told["statusmsg"], "Added entry: amy.test MX 5 mx.else.test");
        assert_eq!((&told["status"], &told["checkmx"]["detected"]), (&1.into(), &"local".into()));
        let zone = world.machine.find_zone("amy.test").unwrap().unwrap();
        assert!(zone.lines.iter().any(|line| line.value == "5 mx.else.test."));
        assert!(refusal(&world, "add_mx", &form).starts_with("exchanger: "));
        assert!(strange(&world, "add_mx", &form).is_err());
        let form = [("domain", "amy.test"), ("exchanger", "mx.else.test"), ("priority", "x")];
        assert!(refusal(&world, "add_mx", &form).starts_with("priority: "));
    }
}
