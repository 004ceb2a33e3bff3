//! `resetzone`

use api::{
    Acl, Cx, DomainName, Effect, EmailAddress, Error, Function, Input, Legacy, Needs, Result,
    UserName,
    records::{AccountRecord, Tx, ZoneLine},
    zone::{InitialZone, Zone, ZoneOptions},
};

use crate::domain::{
    accounts::domains,
    dns::{
        access::{self, ZoneFile},
        edit::{self, ZoneEdit},
        servers,
    },
    zones,
};

/// Puts a zone back to the records that a new one has. Its TXT records stay, and the account's
/// names below it have their addresses.
#[derive(Debug, Input)]
pub struct Params {
    /// The zone.
    pub domain: Option<DomainName>,
    /// The account whose zone it must be.
    pub user: Option<UserName>,
    /// The zone by the name of its file, such as `example.com.db`, instead.
    pub zone: Option<ZoneFile>,
}

/// See [`Params`].
pub struct Resetzone;

impl Function for Resetzone {
    const NAME: &'static str = "resetzone";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let name = access::named(params.domain, params.zone)?;
        let mut edit = ZoneEdit::begin(cx, &name)?;
        if params.user.is_some() && params.user != edit.start().account {
            return Err(Error::param("user", format!("the zone {name} is not theirs")));
        }
        let zone = fresh(cx, edit.tx(), &edit.whole()?)?;
        edit.put(zone)?;
        let serial = edit.commit()?;
        edit::tell(cx, &name, serial);
        Ok(())
    }
}

fn fresh(cx: &Cx<'_>, tx: &dyn Tx, old: &Zone) -> Result<Zone> {
    let name = old.name();
    let account: Option<AccountRecord> = match &old.soa.account {
        Some(account) => tx.find(&[account.into()])?,
        None => None,
    };
    let mut zone = match &account {
        Some(account) => zones::fresh(cx, tx, name, account)?,
        None => Zone::initial(&InitialZone {
            domain: name,
            account: old.soa.account.as_ref(),
            ip: address(cx, old).parse().map_err(Error::internal)?,
            nameservers: &servers::nameservers(cx.host, tx)?,
            contact: &EmailAddress::default(),
            serial: old.soa.serial,
            options: ZoneOptions::default(),
        })?,
    };
    let address = address(cx, &zone);
    keep_texts(&mut zone, old, &address);
    if let Some(account) = &account {
        for domain in domains::of(tx, &account.name)? {
            zones::add_name(&mut zone, &domain.name, &address);
        }
    }
    Ok(zone)
}

/// The address of the zone's own name; the server's where it has none.
fn address(cx: &Cx<'_>, zone: &Zone) -> String {
    let own = zone.lines.iter().find(|line| line.name.is_empty() && line.kind == "A");
    own.map_or_else(|| cx.host.settings.shared_ip.clone(), |line| line.value.clone())
}

/// Takes over the texts of the old zone. A policy that stands there already is not added again, and
/// a name with a text is no alias.
fn keep_texts(zone: &mut Zone, old: &Zone, address: &str) {
    let texts: Vec<&ZoneLine> = old.lines.iter().filter(|line| line.kind == "TXT").collect();
    let version = |line: &ZoneLine| line.value.split([' ', ';']).next().map(str::to_owned);
    zone.lines.retain(|line| {
        let same = |text: &&ZoneLine| text.name == line.name && version(text) == version(line);
        line.kind != "TXT" || !texts.iter().any(same)
    });
    for line in zone.lines.iter_mut().filter(|line| line.kind == "CNAME") {
        if texts.iter().any(|text| text.name == line.name) {
            (line.kind, line.value) = (zones::kind_of(address).to_owned(), address.to_owned());
        }
    }
    zone.lines.extend(texts.into_iter().cloned());
}

#[cfg(test)]
mod tests {
    use api::{
        Acl,
        records::{DomainKind, DomainRecord},
    };

    use crate::testing::World;

    fn values(world: &World, name: &str, kind: &str) -> Vec<String> {
        let zone = world.machine.find_zone("anna.test").unwrap().unwrap();
        let lines = zone.lines.iter().filter(|line| line.name == name && line.kind == kind);
        lines.map(|line| line.value.clone()).collect()
    }

    #[test]
    fn all_but_texts_and_the_accounts_names_goes_back() {
        let world = World::new().account("anna", "root");
        let tx = world.host.store.write().unwrap();
        tx.insert(&DomainRecord {
            name: "shop.anna.test".parse().unwrap(),
            account: "anna".parse().unwrap(),
            kind: DomainKind::Sub,
            document_root: "public_html/shop".to_owned(),
            parent: Some("anna.test".parse().unwrap()),
            canonical: false.into(),
        })
        .unwrap();
        tx.commit().unwrap();
        let before = world.machine.find_zone("anna.test").unwrap().unwrap();
        for (kind, name, field, value) in [
            ("A", "mine", "address", "192.0.2.66"),
            ("TXT", "note", "txtdata", "hello"),
            ("TXT", "anna.test.", "txtdata", "v=other"),
        ] {
            let form = [("domain", "anna.test"), ("type", kind), ("name", name), (field, value)];
            world.call("root", "addzonerecord", &form).unwrap();
        }
        world.call("root", "removezonerecord", &[("zone", "anna.test"), ("line", "6")]).unwrap();
        world.call("root", "resetzone", &[("zone", "anna.test.db"), ("user", "anna")]).unwrap();
        assert!(values(&world, "mine", "A").is_empty());
        assert_eq!(values(&world, "", "A"), ["192.0.2.10"]);
        assert_eq!(values(&world, "note", "TXT"), ["\"hello\""]);
        assert_eq!(
            values(&world, "", "TXT"),
            ["\"v=spf1 +a +mx +ip4:192.0.2.10 ~all\"", "\"v=other\""]
        );
        assert_eq!(values(&world, "shop", "A"), ["192.0.2.10"]);
        assert_eq!(values(&world, "www.shop", "A"), ["192.0.2.10"]);
        let after = world.machine.find_zone("anna.test").unwrap().unwrap();
        assert_eq!(after.soa.serial, before.soa.serial + 5);
        after.check().unwrap();
    }

    #[test]
    fn the_zone_must_be_named_theirs_and_the_callers() {
        let world = World::new()
            .account("anna", "root")
            .account("bert", "root")
            .reseller("bob", &[Acl::EditDns]);
        assert!(world.refusal("root", "resetzone", &[]).starts_with("domain: "));
        let form = [("domain", "anna.test"), ("user", "bert")];
        assert!(world.refusal("root", "resetzone", &form).starts_with("user: "));
        assert_eq!(world.refusal("bob", "resetzone", &form[..1]), "There is no zone “anna.test”.");
    }
}
