//! `killdns`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Legacy, Needs, Result};

use crate::domain::{
    change::{Change, OnFailure},
    dns::access,
    zones,
};

/// Removes a DNS zone. The domain and its site stay.
#[derive(Debug, Input)]
pub struct Params {
    /// The zone.
    pub domain: DomainName,
}

/// See [`Params`].
pub struct Killdns;

impl Function for Killdns {
    const NAME: &'static str = "killdns";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::KillDns]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        access::start(cx, change.tx(), &params.domain)?;
        zones::remove(&mut change, &params.domain)?;
        change.commit(OnFailure::Undo)?;
        let host = cx.host.system.hostname()?;
        cx.raw(format!("{} => deleted from {host}.", params.domain));
        cx.reason("Zones Removed");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn the_zone_goes_from_store_and_server() {
        let world = World::new().account("anna", "root");
        let answer = world.call("root", "killdns", &[("domain", "anna.test")]).unwrap();
        assert_eq!(answer.notes.reason.unwrap(), "Zones Removed");
        assert_eq!(answer.notes.raw.unwrap(), "anna.test => deleted from host.example.test.\n");
        assert!(world.machine.find_zone("anna.test").unwrap().is_none());
        assert_eq!(
            world.refusal("root", "killdns", &[("domain", "anna.test")]),
            "There is no zone “anna.test”."
        );
    }

    #[test]
    fn another_owners_zone_stays() {
        let world = World::new()
            .reseller("bob", &[Acl::KillDns])
            .account("anna", "root")
            .account("bert", "bob");
        let said = world.refusal("bob", "killdns", &[("domain", "anna.test")]);
        assert_eq!(said, "There is no zone “anna.test”.");
        assert!(world.machine.find_zone("anna.test").unwrap().is_some());
        world.call("bob", "killdns", &[("domain", "bert.test")]).unwrap();
    }
}
