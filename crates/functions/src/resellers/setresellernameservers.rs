//! `setresellernameservers`

use api::{Cx, Effect, Function, Input, Legacy, Needs, Result, UserName};

use crate::domain::{
    change::{Change, OnFailure},
    resellers::{self, nameservers},
};

/// Sets the nameservers in the zones of a reseller's new accounts. Zones that are there stay as they
/// are.
#[derive(Debug, Input)]
pub struct Params {
    /// The reseller.
    pub user: UserName,
    /// At most four names parted by commas; the server's where it is absent.
    pub nameservers: Option<String>,
}

/// See [`Params`].
pub struct Setresellernameservers;

impl Function for Setresellernameservers {
    const NAME: &'static str = "setresellernameservers";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let given = params.nameservers.as_deref().unwrap_or_default();
        let names = nameservers::parse("nameservers", given)?;
        let mut change = Change::begin(cx)?;
        let reseller = resellers::find(cx, change.tx(), &params.user)?;
        nameservers::set(&mut change, &reseller.name, &names)?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use api::{
        Acl,
        records::{ZoneLine, ZoneRecord, is},
    };

    use crate::testing::World;

    fn nameservers(world: &World, zone: &str) -> (String, Vec<String>) {
        let tx = world.host.store.read().unwrap();
        let soa: ZoneRecord = tx.first(vec![is("name", zone)]).unwrap().unwrap();
        let lines: Vec<ZoneLine> = tx.matching(vec![is("zone", zone), is("kind", "NS")]).unwrap();
        (soa.primary, lines.into_iter().map(|line| line.value).collect())
    }

    #[test]
    fn the_zones_of_new_accounts_have_them() {
        let world = World::new()
            .account("carol", "root")
            .reseller("carol", &[Acl::CreateAcct, Acl::EditAccount]);
        let form = [("user", "carol"), ("nameservers", "ns2.carol.example, NS1.carol.example")];
        world.call("root", "setresellernameservers", &form).unwrap();
        let form = [("username", "alice"), ("domain", "alice.example")];
        let data = world.data("carol", "createacct", &form);
        assert_eq!(
            (&data["nameserver"], &data["nameserver2"]),
            (&"ns2.carol.example".into(), &"ns1.carol.example".into())
        );
        assert_eq!(data["nameserver3"], "");
        let (primary, names) = nameservers(&world, "alice.example");
        assert_eq!(primary, "ns2.carol.example");
        assert_eq!(names, ["ns2.carol.example.", "ns1.carol.example."]);
        let world = world.account("bob", "root");
        assert_eq!(nameservers(&world, "bob.test").0, "ns1.example.test");
        world.call("root", "setresellernameservers", &[("user", "carol")]).unwrap();
        let world = world.account("dora", "carol");
        assert_eq!(nameservers(&world, "dora.test").0, "ns1.example.test");
        assert_eq!(nameservers(&world, "alice.example").0, "ns2.carol.example");
    }

    #[test]
    fn what_is_no_name_is_refused() {
        let world = World::new().reseller("carol", &[]);
        for (names, said) in [
            ("a.example,a b", "nameservers: “a b”"),
            ("a.example,A.example", "nameservers: names “a.example” twice."),
            ("a.ex,b.ex,c.ex,d.ex,e.ex", "nameservers: may have at most 4 names."),
        ] {
            let form = [("user", "carol"), ("nameservers", names)];
            let refusal = world.refusal("root", "setresellernameservers", &form);
            assert!(refusal.starts_with(said), "{refusal}");
        }
        let said = world.refusal("root", "setresellernameservers", &[("user", "dave")]);
        assert_eq!(said, "There is no reseller “dave”.");
        assert!(world.call("carol", "setresellernameservers", &[("user", "carol")]).is_err());
    }
}
