//! `ZoneEdit::fetch_cpanel_generated_domains`

use api::{Cx, Effect, Function, Needs, Result};

use crate::dns::fetch_cpanel_generated_domains::{self as twin, Item, Params};

/// See [`Params`].
pub struct FetchCpanelGeneratedDomains;

impl Function for FetchCpanelGeneratedDomains {
    const NAME: &'static str = "fetch_cpanel_generated_domains";
    const NEEDS: Needs = super::NEEDS;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Vec<Item>> {
        twin::FetchCpanelGeneratedDomains::run(cx, params)
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn it_tells_what_its_twin_tells() {
        let world = World::new().account("alice", "root");
        let (name, form) = ("fetch_cpanel_generated_domains", [("domain", "alice.test")]);
        let told = world.api2("alice", "ZoneEdit", name, &form).unwrap().data;
        assert_eq!(told, world.uapi_data("alice", "DNS", name, &form));
        assert_eq!(told[1]["domain"], "www.alice.test.");
    }
}
