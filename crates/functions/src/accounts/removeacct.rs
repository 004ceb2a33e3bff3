//! `removeacct`

use api::{Acl, Cx, Effect, Flag, Function, Input, Legacy, Needs, Result, UserName};

use crate::domain::{
    accounts::{
        removal::{self, Zones},
        rights,
    },
    change::{Change, OnFailure},
};

/// Removes an account with all that is its: home, domains, zones, sites, tokens, sessions.
#[derive(Debug, Input)]
pub struct Params {
    /// The account.
    #[param(alias = "user")]
    pub username: UserName,
    /// 1: keep its zones.
    #[param(default = 0)]
    pub keepdns: Flag,
}

/// See [`Params`].
pub struct RemoveAcct;

impl Function for RemoveAcct {
    const NAME: &'static str = "removeacct";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::KillAcct]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let account = rights::account_of_another(cx, change.tx(), &params.username)?;
        removal::check(cx, change.tx(), &account)?;
        let zones = if params.keepdns.0 { Zones::Kept } else { Zones::Removed };
        removal::write(&mut change, &account, zones)?;
        change.commit(OnFailure::Forward)?;
        let name = account.name();
        cx.raw(format!("The user “{name}” and the home directory were removed."));
        cx.raw(format!("The sites of “{name}” were removed."));
        cx.raw(match zones {
            Zones::Removed => "The zones were removed.",
            Zones::Kept => "The zones were kept.",
        });
        cx.reason(format!("{name} account removed"));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::Ordering;

    use api::{
        Acl, UserName,
        records::{
            AccountCount, DomainRecord, Login, PackageRecord, TrackedId, ZoneLine, ZoneRecord, is,
        },
    };

    use crate::{domain::apply, testing::World};

    #[test]
    fn nothing_of_an_account_remains_but_its_ids() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let answer = world.call("root", "removeacct", &[("user", "ALICE")]).unwrap();
        assert_eq!(answer.notes.reason.as_deref(), Some("alice account removed"));
        assert!(answer.notes.raw.is_some() && answer.data.is_null());

        let alice: UserName = "alice".parse().unwrap();
        assert!(world.machine.login(&alice).unwrap().is_none());
        assert!(world.machine.site("alice.test").unwrap().is_none());
        assert_eq!(
            world.host.dns.list().unwrap(),
            ["bob.test".parse::<api::DomainName>().unwrap()]
        );
        let tx = world.host.store.read().unwrap();
        assert!(tx.first::<Login>(vec![is("name", &alice)]).unwrap().is_none());
        assert!(tx.first::<DomainRecord>(vec![is("account", &alice)]).unwrap().is_none());
        assert_eq!(tx.count::<ZoneLine>(&[is("zone", "alice.test")]).unwrap(), 0);
        assert_eq!(tx.count::<TrackedId>(&[is("name", &alice)]).unwrap(), 2);
        let count: AccountCount = tx.first(vec![is("owner", "root")]).unwrap().unwrap();
        assert_eq!(count.accounts, 1);
        drop(tx);
        assert!(apply::drift(&world.host).unwrap().is_empty());
        let world = world.account("alice", "root");
        assert!(world.machine.login(&alice).unwrap().is_some());
    }

    #[test]
    fn zones_stay_on_demand() {
        let world = World::new().account("alice", "root");
        let form = [("username", "alice"), ("keepdns", "1")];
        world.call("root", "removeacct", &form).unwrap();
        let tx = world.host.store.read().unwrap();
        let zone: ZoneRecord = tx.first(vec![is("name", "alice.test")]).unwrap().unwrap();
        assert_eq!(zone.account, None);
        assert_eq!(world.host.dns.list().unwrap().len(), 1);
    }

    #[test]
    fn a_reseller_removes_none_but_their_own_and_not_themselves() {
        let world = World::new()
            .account("carol", "root")
            .reseller("carol", &[Acl::KillAcct])
            .account("alice", "root")
            .account("bob", "carol");
        for (user, said) in [
            ("alice", "There is no account “alice”."),
            ("nobody1", "There is no account “nobody1”."),
            ("carol", "user: nobody may do this to their own account."),
        ] {
            assert_eq!(world.refusal("carol", "removeacct", &[("user", user)]), said);
        }
        assert_eq!(world.refusal("root", "removeacct", &[]), "username: is required");
        let said = world.refusal("root", "removeacct", &[("user", "carol")]);
        assert!(said.contains("owns 1 other accounts"), "{said}");
        world.call("carol", "removeacct", &[("user", "bob")]).unwrap();
        world.call("root", "removeacct", &[("user", "carol")]).unwrap();
        assert_eq!(world.caller("carol").rank, api::Rank::Account);
    }

    #[test]
    fn what_a_reseller_made_for_accounts_becomes_roots() {
        let world = World::new().account("carol", "root").reseller("carol", &[Acl::AddPkg]);
        let world = world.account("alice", "root");
        let name = [("name", "carol_gold"), ("maxaddon", "0")];
        world.call("root", "addpkg", &name).unwrap();
        let owner = || {
            let tx = world.host.store.read().unwrap();
            let package: PackageRecord = tx.find(&["carol_gold".into()]).unwrap().unwrap();
            package.owner
        };
        assert_eq!(owner().as_str(), "carol");
        let form = [("user", "alice"), ("pkg", "carol_gold")];
        world.call("root", "changepackage", &form).unwrap();
        world.call("root", "removeacct", &[("user", "carol")]).unwrap();
        assert!(owner().is_root());
        assert_eq!(world.record("alice").package.as_str(), "carol_gold");
    }

    #[test]
    fn a_removal_that_cannot_be_applied_goes_on_later() {
        let (world, outage) = World::with_outage();
        let world = world.account("alice", "root");
        outage.away.store(true, Ordering::SeqCst);
        let said = world.refusal("root", "removeacct", &[("user", "alice")]);
        assert!(said.contains("will be completed: The DNS server is away."), "{said}");
        let said = world.refusal("root", "removeacct", &[("user", "alice")]);
        assert_eq!(said, "There is no account “alice”.");
        outage.away.store(false, Ordering::SeqCst);
        assert_eq!(apply::open_entries(&world.host).unwrap().0, 1);
        assert!(apply::drift(&world.host).unwrap().is_empty());
        assert!(world.host.dns.list().unwrap().is_empty());
    }
}
