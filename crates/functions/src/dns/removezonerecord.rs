//! `removezonerecord`

use api::{Acl, Cx, DomainName, Effect, Error, Function, Input, Legacy, Needs, Result};

use crate::domain::dns::edit::{self, ZoneEdit};

/// Removes the record on a line of a zone. The lines of other records stay as they are.
#[derive(Debug, Input)]
pub struct Params {
    /// The line, as `dumpzone` numbers it from 1.
    #[param(alias = "Line")]
    pub line: u32,
    /// The zone.
    #[param(alias = "domain")]
    pub zone: DomainName,
    /// The zone's serial as it was read; the call fails where it is another by now.
    pub serialnum: Option<String>,
}

/// See [`Params`].
pub struct Removezonerecord;

impl Function for Removezonerecord {
    const NAME: &'static str = "removezonerecord";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut edit = ZoneEdit::begin(cx, &params.zone)?;
        if let Some(serial) = params.serialnum.filter(|serial| !serial.is_empty()) {
            let serial = serial.parse();
            let serial = serial.map_err(|_| Error::param("serialnum", "it must be a number"))?;
            edit.check_serial("serialnum", serial)?;
        }
        edit.remove(params.line.saturating_sub(1))?;
        let serial = edit.commit()?;
        edit::tell(cx, &params.zone, serial);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    fn count(world: &World) -> usize {
        world.machine.find_zone("anna.test").unwrap().unwrap().lines.len()
    }

    #[test]
    fn the_record_goes_and_the_serial_rises() {
        let world = World::new().account("anna", "root");
        let before = count(&world);
        world.call("root", "removezonerecord", &[("zone", "anna.test"), ("line", "7")]).unwrap();
        let form = [("domain", "anna.test"), ("Line", "8"), ("serialnum", "2026010101")];
        world.call("root", "removezonerecord", &form).unwrap();
        assert_eq!(count(&world), before - 2);
        let zone = world.machine.find_zone("anna.test").unwrap().unwrap();
        assert_eq!(zone.soa.serial, 2_026_010_102);
    }

    #[test]
    fn a_stale_serial_and_what_must_stay_are_refused() {
        let world = World::new().account("anna", "root").reseller("bob", &[Acl::EditDns]);
        let before = count(&world);
        for (form, said) in [
            (&[("line", "7"), ("serialnum", "2026010099")][..], "serialnum: "),
            (&[("line", "7"), ("serialnum", "x")], "serialnum: "),
            (&[("line", "3")], "line: "),
            (&[("line", "0")], "line: "),
            (&[("line", "x")], "line: "),
        ] {
            let told = world.refusal(
                "root",
                "removezonerecord",
                &[&[("zone", "anna.test")], form].concat(),
            );
            assert!(told.starts_with(said), "{told}");
        }
        world.call("root", "removezonerecord", &[("zone", "anna.test"), ("line", "4")]).unwrap();
        let last = [("zone", "anna.test"), ("line", "5")];
        assert!(world.refusal("root", "removezonerecord", &last).starts_with("nsdname: "));
        assert_eq!(
            world.refusal("bob", "removezonerecord", &last),
            "There is no zone “anna.test”."
        );
        assert_eq!(count(&world), before - 1);
    }

    #[test]
    fn the_line_of_the_last_record_is_never_anothers() {
        let world = World::new().account("anna", "root");
        let last = || {
            let zone = world.machine.find_zone("anna.test").unwrap().unwrap();
            (zone.lines.last().unwrap().index() + 1).to_string()
        };
        let stale = last();
        let gone = [("zone", "anna.test"), ("line", stale.as_str())];
        world.call("root", "removezonerecord", &gone).unwrap();
        let new = [("name", "new"), ("type", "TXT"), ("txtdata", "x")];
        world
            .call("root", "addzonerecord", &[&[("domain", "anna.test")], &new[..]].concat())
            .unwrap();
        assert!(world.refusal("root", "removezonerecord", &gone).starts_with("line: "));
        assert_ne!(last(), stale);
    }

    #[test]
    fn where_the_server_is_away_the_record_stays_and_the_serial_does_not_go_back() {
        let (world, outage) = World::with_outage();
        let world = world.account("anna", "root");
        let before = world.machine.find_zone("anna.test").unwrap().unwrap();
        outage.away.store(true, std::sync::atomic::Ordering::SeqCst);
        let form = [("zone", "anna.test"), ("line", "7")];
        assert!(world.call("root", "removezonerecord", &form).is_err());
        outage.away.store(false, std::sync::atomic::Ordering::SeqCst);
        world
            .call(
                "root",
                "editzonerecord",
                &[("domain", "anna.test"), ("line", "7"), ("ttl", "60")],
            )
            .unwrap();
        let after = world.machine.find_zone("anna.test").unwrap().unwrap();
        assert_eq!(after.lines.len(), before.lines.len());
        assert!(after.soa.serial > before.soa.serial + 2);
    }
}
