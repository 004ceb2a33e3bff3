//! `Email::listaliasbackups` of cPanel API 2

use api::{Cx, Effect, Function, Input, Needs, Result};

use crate::email::list_forwarders_backups::{self, Item, ListForwardersBackups};

/// Lists the domains that have forwarders.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct Listaliasbackups;

impl Function for Listaliasbackups {
    const NAME: &'static str = "listaliasbackups";
    const NEEDS: Needs = Needs::Features(&["forwarders"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        ListForwardersBackups::run(cx, list_forwarders_backups::Params)
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn domains_with_forwarders_are_listed() {
        let world = world();
        let form = [("domain", "amy.test"), ("email", "x"), ("fwdopt", "blackhole")];
        world.api2("amy", "Email", "addforward", &form).unwrap();
        let rows = world.api2("amy", "Email", "listaliasbackups", &[]).unwrap().data;
        assert_eq!(rows, serde_json::json!([{"domain": "amy.test"}]));
    }
}
