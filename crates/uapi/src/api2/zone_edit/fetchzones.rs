//! `ZoneEdit::fetchzones`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Output, Result};
use functions::domain::dns::access;

/// Gives all zones of the account, each as the lines of its file.
#[derive(Debug, Input)]
pub struct Params;

/// All zones.
#[derive(Debug, Output)]
pub struct Fetched {
    /// Always 1.
    pub status: u64,
    /// What clients show.
    pub statusmsg: &'static str,
    /// The lines of each zone by its name.
    pub zones: BTreeMap<String, Vec<String>>,
}

/// See [`Params`].
pub struct Fetchzones;

impl Function for Fetchzones {
    const NAME: &'static str = "fetchzones";
    const NEEDS: Needs = super::NEEDS;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Fetched>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Vec<Fetched>> {
        let names = access::own_names(cx, &*cx.host.store.read()?)?;
        let lines = |zone: api::zone::Zone| zone.to_string().lines().map(str::to_owned).collect();
        let zones = names.iter().map(|name| Ok((name.to_string(), lines(access::zone(cx, name)?))));
        let zones = zones.collect::<Result<_>>()?;
        Ok(vec![Fetched { status: 1, statusmsg: "Zones Fetched", zones }])
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn each_zone_begins_with_the_bytes_that_clients_look_for() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let told = world.api2("alice", "ZoneEdit", "fetchzones", &[]).unwrap().data;
        let text = serde_json::to_string(&told).unwrap();
        assert!(text.contains(r#""alice.test":["; cPanel first"#), "{text}");
        assert_eq!(told[0]["zones"].as_object().unwrap().len(), 1, "no other's zone");
        assert!(text.contains(r"IN\tA\t192.0.2.10"), "{text}");
    }
}
