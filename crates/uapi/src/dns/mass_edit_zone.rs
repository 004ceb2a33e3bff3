//! `DNS::mass_edit_zone`

use api::{
    Account, Cx, DomainName, Effect, Error, Function, Input, JsonText, Needs, Output, Result,
};
use functions::domain::dns::mass::{self, Edits, Item};

/// Adds, changes and removes many records of a zone of the account at once: all of it, or nothing.
#[derive(Debug, Input)]
pub struct Params {
    /// The zone's serial as it was read; the call fails where it is another by now.
    pub serial: u32,
    /// The zone.
    pub zone: DomainName,
    /// A record to add: `{"dname":"www","ttl":300,"record_type":"A","data":["192.0.2.1"]}`. A name
    /// without a final dot is relative to the zone; `data` has the items in the order of zone
    /// files, texts without quotation marks. Given several times for several.
    #[param(family)]
    pub add: Vec<JsonText<Item>>,
    /// A record to put on a line: the same with its `line_index`, from 0. Given several times for
    /// several.
    #[param(family)]
    pub edit: Vec<JsonText<Item>>,
    /// The index of a line, from 0, whose record goes. Given several times for several.
    #[param(family)]
    pub remove: Vec<u32>,
}

/// What `mass_edit_zone` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// The zone's new serial.
    pub new_serial: u32,
}

/// See [`Params`].
pub struct MassEditZone;

impl Function for MassEditZone {
    const NAME: &'static str = "mass_edit_zone";
    const NEEDS: Needs = Needs::Features(&["zoneedit", "simplezoneedit"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let Params { serial, zone, add, edit, remove } = params;
        check_lasting(cx, &zone)?;
        let new_serial = mass::edit(cx, &zone, serial, Edits { add, edit, remove })?;
        Ok(Reply { new_serial })
    }
}

/// A domain that stands in until the account has one of its own is not the account's to edit.
fn check_lasting(cx: &Cx<'_>, zone: &DomainName) -> Result<()> {
    let account = Account::of_caller(&*cx.host.store.read()?, cx.caller)?;
    let record = account.record();
    if record.temporary_domain.0 && record.domain == *zone {
        return Err(Error::param("zone", format!("{zone} is a temporary domain")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    const A: &str = r#"{"dname":"new","ttl":300,"record_type":"A","data":["192.0.2.7"]}"#;
    const TXT: &str = r#"{"dname":"new","ttl":300,"record_type":"TXT","data":["x"]}"#;

    fn form(add: &str) -> [(&str, &str); 3] {
        [("zone", "alice.test"), ("serial", "2026010100"), ("add", add)]
    }

    #[test]
    fn ones_own_zone_is_edited_and_no_others() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let said = world.uapi_refusal("bob", "DNS", "mass_edit_zone", &form(A));
        assert_eq!(said, "There is no zone “alice.test”.");
        let told = world.uapi_data("alice", "DNS", "mass_edit_zone", &form(A));
        assert_eq!(told, json!({"new_serial": 2_026_010_101}));
        let zone = world.machine.find_zone("alice.test").unwrap().unwrap();
        assert!(zone.lines.iter().any(|line| line.name == "new" && line.value == "192.0.2.7"));
        let said = world.uapi_refusal("alice", "DNS", "mass_edit_zone", &form(A));
        assert!(said.starts_with("serial: "), "{said}");
    }

    #[test]
    fn records_without_a_feature_and_temporary_domains_are_refused() {
        let world = World::new().account("alice", "root");
        let off = [("user", "alice"), ("features", r#"{"zoneedit":0}"#)];
        world.call("root", "add_override_features_for_user", &off).unwrap();
        let said = world.uapi_refusal("alice", "DNS", "mass_edit_zone", &form(TXT));
        assert!(said.contains("edit no TXT records"), "{said}");
        world.uapi("alice", "DNS", "mass_edit_zone", &form(A)).unwrap();
        let world = world.with_account("alice", |account| account.temporary_domain = true.into());
        let said = world.uapi_refusal("alice", "DNS", "mass_edit_zone", &form(A));
        assert_eq!(said, "zone: alice.test is a temporary domain");
    }
}
