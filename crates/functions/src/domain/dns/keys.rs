//! The private halves of the keys that sign zones: sealed in the store, open on the machine, which
//! signs with them.

use std::ops::ControlFlow;

use api::{
    Host, Result, Secret,
    records::{Select, Setting, ZoneKey, is},
    zone::{PrivateKey, Zone},
};

/// What they are sealed for.
const PURPOSE: &str = "zone signing";
/// The setting that says that all of them are.
const ALL_SEALED: &str = "zone_keys_sealed";
/// How an open one begins.
const OPEN: &str = "Private-key-format:";

/// Seals a private half for the store.
pub fn seal(host: &Host, open: &PrivateKey) -> Result<PrivateKey> {
    let secret = Secret::new(open.reveal().to_owned());
    host.vault.seal(PURPOSE, &secret).map(PrivateKey::new)
}

/// Opens the private half of a key of the store.
pub fn open(host: &Host, key: &ZoneKey) -> Result<PrivateKey> {
    let secret = host.vault.open(PURPOSE, key.private.reveal())?;
    Ok(PrivateKey::new(secret.reveal().to_owned()))
}

/// Opens the keys of a zone of the store, for the machine.
pub fn open_all(host: &Host, mut zone: Zone) -> Result<Zone> {
    for key in zone.signing.iter_mut().flat_map(|signing| &mut signing.keys) {
        key.private = open(host, key)?;
    }
    Ok(zone)
}

/// Seals what an earlier version stored open; at the first start that finds it so, and never again.
pub fn seal_former(host: &Host) -> Result<()> {
    let done: Option<Setting> = host.store.read()?.find(&[ALL_SEALED.into()])?;
    if done.is_some() {
        return Ok(());
    }
    let tx = host.store.write()?;
    let mut former: Vec<ZoneKey> = Vec::new();
    tx.each(&Select::default(), &mut |key: ZoneKey| {
        if key.private.reveal().starts_with(OPEN) {
            former.push(key);
        }
        Ok(ControlFlow::Continue(()))
    })?;
    for key in former {
        let sealed = seal(host, &key.private)?;
        let row = [is("zone", &key.zone), is("id", &key.id)];
        tx.update::<ZoneKey>(&[("private", sealed.reveal().into())], &row)?;
    }
    tx.put(&Setting { name: ALL_SEALED.to_owned(), value: "1".to_owned() })?;
    tx.commit()
}

#[cfg(test)]
mod tests {
    use api::records::Subject;

    use super::*;
    use crate::{domain::apply, testing::World};

    fn stored(world: &World) -> ZoneKey {
        let tx = world.host.store.read().unwrap();
        tx.first(vec![is("zone", "anna.test")]).unwrap().unwrap()
    }

    fn served(world: &World) -> String {
        let zone = world.machine.find_zone("anna.test").unwrap().unwrap();
        zone.signing.as_ref().unwrap().keys[0].private.reveal().to_owned()
    }

    fn signed() -> World {
        let world = World::new().account("anna", "root");
        world.data("root", "enable_dnssec_for_domains", &[("domain", "anna.test")]);
        world
    }

    #[test]
    fn the_store_has_keys_sealed_and_the_machine_open() {
        let world = signed();
        let private = stored(&world).private;
        assert!(!private.reveal().contains("PrivateKey"), "{}", private.reveal());
        assert!(served(&world).starts_with(OPEN));
        // Another key, an edit and a new name keep what is sealed.
        let form = [("domain", "anna.test"), ("algo_num", "13"), ("key_type", "zsk")];
        world.data("root", "add_zone_key", &form);
        assert!(stored(&world).private == private);
        let renamed = [("user", "anna"), ("domain", "new.test")];
        world.call("root", "modifyacct", &renamed).unwrap();
        let zone = world.machine.find_zone("new.test").unwrap().unwrap();
        let keys = &zone.signing.as_ref().unwrap().keys;
        assert!(keys.iter().all(|key| key.private.reveal().starts_with(OPEN)));
    }

    #[test]
    fn what_was_stored_open_is_sealed_once() {
        let world = signed();
        let open = served(&world);
        let tx = world.host.store.write().unwrap();
        let row = [is("zone", "anna.test")];
        tx.update::<ZoneKey>(&[("private", open.as_str().into())], &row).unwrap();
        tx.commit().unwrap();
        seal_former(&world.host).unwrap();
        let sealed = stored(&world).private;
        assert!(!sealed.reveal().starts_with(OPEN));
        seal_former(&world.host).unwrap();
        assert!(stored(&world).private == sealed);
        apply::subject(&world.host, &Subject::Zone("anna.test".parse().unwrap())).unwrap();
        assert_eq!(served(&world), open);
    }
}
