//! `Email::change_mx`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::mail::exchangers::{self, Edit};

/// Puts another MX record in the place of one.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The new host.
    pub exchanger: DomainName,
    /// The host of the record.
    pub oldexchanger: DomainName,
    /// The new priority.
    pub priority: u16,
    /// Whether mail is taken here whatever the records say.
    #[param(default = 0)]
    pub alwaysaccept: Flag,
    /// The priority of the record, where several have its host.
    pub oldpriority: Option<u16>,
}

/// See [`Params`].
pub struct ChangeMx;

impl Function for ChangeMx {
    const NAME: &'static str = "change_mx";
    const NEEDS: Needs = Needs::Features(&["changemx"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = exchangers::Edited;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let old = (params.oldexchanger.as_str(), params.oldpriority);
        let edit = Edit::Replace(old, (params.exchanger.as_str(), params.priority));
        exchangers::edited(cx, &params.domain, &edit, params.alwaysaccept.0)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, world};

    #[test]
    fn mail_goes_elsewhere_unless_it_is_always_taken() {
        let world = world();
        let form = [
            ("domain", "amy.test"),
            ("oldexchanger", "amy.test"),
            ("exchanger", "mx.else.test"),
            ("priority", "10"),
            ("oldpriority", "0"),
        ];
        data(&world, "set_always_accept", &[("domain", "amy.test"), ("mxcheck", "auto")]);
        let told = data(&world, "change_mx", &form);
        assert!(told["results"].as_str().unwrap().starts_with("Changed entry: "));
        assert_eq!(
            (&told["checkmx"]["detected"], &told["checkmx"]["remote"]),
            (&"remote".into(), &1.into())
        );
        let back = [
            ("domain", "amy.test"),
            ("oldexchanger", "mx.else.test"),
            ("exchanger", "mx2.else.test"),
            ("priority", "10"),
            ("alwaysaccept", "1"),
        ];
        let told = data(&world, "change_mx", &back)["checkmx"].clone();
        assert_eq!(
            (&told["mxcheck"], &told["changed"], &told["local"]),
            (&"local".into(), &1.into(), &1.into())
        );
        assert_eq!(told["warnings"].as_array().unwrap().len(), 1);
        assert!(
            refusal(&world, "change_mx", &form).starts_with("oldexchanger: there is no MX record")
        );
    }
}
