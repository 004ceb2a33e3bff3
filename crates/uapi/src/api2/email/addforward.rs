//! `Email::addforward` of cPanel API 2

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::mail::forwarders::Kinds;

use crate::email::add_forwarder::{self, AddForwarder, Item};

/// Adds forwarders to an address.
#[derive(Input)]
pub struct Params {
    /// The domain of the address.
    pub domain: DomainName,
    /// The address that is forwarded: its local part, or whole.
    pub email: String,
    /// What becomes of its mail: `fwd`, `fail`, `blackhole`, `pipe` or `system`.
    pub fwdopt: Kinds,
    /// With `fail`, the text that goes back.
    #[param(default = "No such person at this address")]
    pub failmsgs: String,
    /// With `fwd`, the addresses, parted by commas.
    pub fwdemail: Option<String>,
    /// With `system`, the account.
    pub fwdsystem: Option<String>,
    /// With `pipe`, the program, below the home.
    pub pipefwd: Option<String>,
}

/// See [`Params`].
pub struct Addforward;

impl Function for Addforward {
    const NAME: &'static str = "addforward";
    const NEEDS: Needs = Needs::Features(&["forwarders"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        AddForwarder::run(
            cx,
            add_forwarder::Params {
                domain: params.domain,
                email: params.email,
                fwdopt: params.fwdopt,
                failmsgs: params.failmsgs,
                fwdemail: params.fwdemail,
                fwdsystem: params.fwdsystem,
                pipefwd: params.pipefwd,
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn a_row_has_no_result() {
        let world = world();
        let form = [("domain", "amy.test"), ("email", "x"), ("fwdopt", "blackhole")];
        let rows = world.api2("amy", "Email", "addforward", &form).unwrap().data;
        let wanted = serde_json::json!([{"domain": "amy.test", "email": "x@amy.test", "forward": ":blackhole:"}]);
        assert_eq!(rows, wanted);
        let said = world.api2("amy", "Email", "addforward", &[form[0], form[1], ("fwdopt", "fwd")]);
        assert!(said.unwrap_err().to_string().starts_with("fwdemail: "));
    }
}
