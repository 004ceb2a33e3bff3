//! `Email::setdefaultaddress` of cPanel API 2

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::mail::forwarders::Kinds;

use crate::email::set_default_address::{self, SetDefaultAddress};

/// Sets where mail to addresses goes that a domain has not.
#[derive(Input)]
pub struct Params {
    /// The domain; the main one where it is absent.
    pub domain: Option<DomainName>,
    /// What becomes of it: `fwd`, `fail`, `blackhole`, `pipe` or `system`.
    pub fwdopt: Kinds,
    /// With `fail`, the text that goes back.
    #[param(default = "No such person at this address")]
    pub failmsgs: String,
    /// With `fwd`, the address, or the account's own name.
    pub fwdemail: Option<String>,
    /// With `pipe`, the program, below the home.
    pub pipefwd: Option<String>,
}

/// See [`Params`].
pub struct Setdefaultaddress;

impl Function for Setdefaultaddress {
    const NAME: &'static str = "setdefaultaddress";
    const NEEDS: Needs = Needs::Features(&["defaultaddress"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<&'static str>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        SetDefaultAddress::run(
            cx,
            set_default_address::Params {
                fwdopt: params.fwdopt,
                domain: params.domain,
                failmsgs: params.failmsgs,
                fwdemail: params.fwdemail,
                pipefwd: params.pipefwd,
            },
        )?;
        Ok(vec!["success"])
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn the_row_is_a_word() {
        let world = world();
        let form = [("domain", "amy.test"), ("fwdopt", "blackhole")];
        let rows = world.api2("amy", "Email", "setdefaultaddress", &form).unwrap().data;
        assert_eq!(rows, serde_json::json!(["success"]));
        assert!(world.api2("bob", "Email", "setdefaultaddress", &form).is_err());
    }
}
