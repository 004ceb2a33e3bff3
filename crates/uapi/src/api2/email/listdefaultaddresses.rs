//! `Email::listdefaultaddresses` of cPanel API 2

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};

use crate::email::list_default_address::{self, Item, ListDefaultAddress};

/// Lists where mail to addresses goes that domains have not.
#[derive(Input)]
pub struct Params {
    /// Only this domain.
    pub domain: Option<DomainName>,
}

/// See [`Params`].
pub struct Listdefaultaddresses;

impl Function for Listdefaultaddresses {
    const NAME: &'static str = "listdefaultaddresses";
    const NEEDS: Needs = Needs::Features(&["defaultaddress"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let user = cx.caller.user.clone();
        ListDefaultAddress::run(cx, list_default_address::Params { user, domain: params.domain })
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn default_addresses_are_listed_and_set() {
        let world = world();
        let form = [("domain", "amy.test"), ("fwdopt", "fail"), ("failmsgs", "Gone")];
        let rows = world.api2("amy", "Email", "setdefaultaddress", &form).unwrap().data;
        assert_eq!(rows, serde_json::json!(["success"]));
        let rows = world.api2("amy", "Email", "listdefaultaddresses", &form[..1]).unwrap().data;
        assert_eq!(
            rows,
            serde_json::json!([{"defaultaddress": ":fail: Gone", "domain": "amy.test"}])
        );
        assert!(world.api2("bob", "Email", "listdefaultaddresses", &form[..1]).is_err());
    }
}
